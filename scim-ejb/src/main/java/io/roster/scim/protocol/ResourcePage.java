package io.roster.scim.protocol;

import java.util.List;

/**
 * A page of a list of resources.
 *
 * @param totalResults how many resources match, on all pages
 * @param startIndex the 1-based index of the first one here; 0 on a page that was asked for by cursor, which has none
 * @param nextCursor where the next page begins (RFC 9865 section 2); {@code null} on the last page, and where pages are
 *     asked for by startIndex
 * @param resources those of this page, in the list's order
 */
public record ResourcePage(int totalResults, int startIndex, String nextCursor, List<StoredResource> resources) {}
