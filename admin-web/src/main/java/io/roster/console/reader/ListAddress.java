package io.roster.console.reader;

/** The address of a page of a list, which {@link #toString} gives relative to the console. */
public interface ListAddress {

    /** @return the number of the page, from 1 */
    int page();

    /** @return the key of the order, with a minus sign in front where it is turned round */
    String sort();

    /**
     * @param number the number of a page
     * @return that page of the same list
     */
    ListAddress withPage(int number);

    /**
     * @param key of an order
     * @return the first page of the list in that order; in the opposite one where it is in that order already
     */
    ListAddress sortedBy(String key);
}
