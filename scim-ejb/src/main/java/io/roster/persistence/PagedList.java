package io.roster.persistence;

/** A list in a total order, of which pages are read. */
sealed interface PagedList permits IndexedList, ScannedList, CombinedList {

    /** A slice that begins behind so many resources. */
    Slice from(int offset, int limit);

    /**
     * A slice that begins behind a position.
     *
     * @param inclusive whether it begins with the resource at that position, if it is there still
     */
    Slice after(Position position, boolean inclusive, int limit);

    /** How many resources there are. */
    int total();
}
