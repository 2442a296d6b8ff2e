package io.roster.console.reader;

/** A list of which all state is in its address: where its pages and its orders are. */
public abstract class AddressedList {

    /** @return the address of the page that is shown */
    protected abstract ListAddress address();

    /** @return the number of the last page, from 1 */
    protected abstract int lastPage();

    /** @return the number of the page, from 1 */
    public int getPage() {
        return address().page();
    }

    /**
     * @param number the number of a page
     * @return its address
     */
    public String pageAt(int number) {
        return address().withPage(number).toString();
    }

    /** @return the address of the last page */
    public String getLast() {
        return pageAt(lastPage());
    }

    /**
     * @param by the key of an order
     * @return the address of the list in that order
     */
    public String sortedBy(String by) {
        return address().sortedBy(by).toString();
    }

    /**
     * @param by the key of an order
     * @return the value of {@code aria-sort} for its column, {@code null} where the list is in another order
     */
    public String ariaSort(String by) {
        if (getSort().equals(by)) {
            return "ascending";
        }
        return getSort().equals("-" + by) ? "descending" : null;
    }

    /** @return the order */
    public String getSort() {
        return address().sort();
    }
}
