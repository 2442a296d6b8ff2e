/** The SCIM 2.0 endpoint (RFC 7644): HTTP in, boundary calls, HTTP out. What a resource is, is decided elsewhere. */
package io.roster.rest;
