/** PATCH: JSON in, JSON out (RFC 7644 section 3.5.2). */
package io.roster.scim.patch;
