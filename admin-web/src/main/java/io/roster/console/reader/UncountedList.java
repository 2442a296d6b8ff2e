package io.roster.console.reader;

import java.util.List;
import java.util.function.BiFunction;

/**
 * A page of a list that is read by place and never counted, such as the runs of a job.
 *
 * @param <T> what a row shows
 */
public abstract class UncountedList<T> {

    private static final int PAGE = 50;

    private int page;
    private boolean more;
    private List<T> rows;

    /**
     * Reads the page.
     *
     * @param number of the page, from 1
     * @param read gives rows by how many to leave out, and how many at most
     */
    protected void load(int number, BiFunction<Integer, Integer, List<T>> read) {
        page = number;
        List<T> found = read.apply((page - 1) * PAGE, PAGE + 1);
        more = found.size() > PAGE;
        rows = more ? found.subList(0, PAGE) : found;
    }

    /** @return the words of the console */
    protected abstract Texts texts();

    /** @return the address of the first page */
    protected abstract String address();

    /** @return the rows of this page */
    public List<T> getRows() {
        return rows;
    }

    /** @return from where to where the page goes, in words */
    public String getRange() {
        int before = (page - 1) * PAGE;
        return texts().of("sync.runs.range", before + 1, before + rows.size());
    }

    /** @return whether another page follows */
    public boolean isMore() {
        return more;
    }

    /** @return {@code false}: the rows are not counted */
    public boolean isExact() {
        return false;
    }

    /** @return the number of the page, from 1 */
    public int getPage() {
        return page;
    }

    /**
     * @param number the number of a page
     * @return its address
     */
    public String pageAt(int number) {
        return number == 1 ? address() : address() + "?page=" + number;
    }
}
