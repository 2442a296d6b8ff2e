/**
 * What resources are made of: attributes, schemas and resource types (RFC 7643 sections 2, 6 and 7). The schemas
 * themselves are JSON files beside this package. They are the RFC's, but for what it leaves out or what Okta needs:
 * displayName of a group is required as section 4.2 says; ids inside of members and groups are case-exact as ids are;
 * addresses have "primary" as in the example of section 8.2; members have "display"; the manager's displayName can be
 * written, since Okta's mappings send it.
 */
package io.roster.scim.schema;
