package io.roster.scim.protocol;

import java.util.List;

/**
 * A page of a list of resources.
 *
 * @param totalResults how many resources match, on all pages
 * @param startIndex the 1-based index of the first one here
 * @param resources those of this page, in the list's order
 */
public record ResourcePage(int totalResults, int startIndex, List<StoredResource> resources) {}
