/**
 * Bulk requests (RFC 7644 section 3.7): reading one, putting its operations in order by what they refer to, carrying
 * them out through a {@link io.roster.scim.bulk.BulkService}, and writing what came of each.
 */
package io.roster.scim.bulk;
