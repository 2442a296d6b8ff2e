/** Filters: text to syntax tree, syntax tree to checked tree, checked tree on documents (RFC 7644 section 3.4.2.2). */
package io.roster.scim.filter;
