package io.roster.console.history;

import io.roster.audit.AuditEvent;
import io.roster.console.people.EventRow;
import java.util.List;
import java.util.function.BiFunction;

/** A page of events. It begins where the one before ended, so that the thousandth costs what the first does. */
public class EventHistory {

    private final String address;
    private final String place;
    private final boolean more;
    private final List<EventRow> rows;

    /**
     * Reads a page.
     *
     * @param address of the first page, to which a parameter can be appended as it is
     * @param place the id of the last event of the page before; {@code null} for the first page
     * @param size of a page
     * @param read gives events behind a place, and so many at most
     */
    public EventHistory(String address, String place, int size, BiFunction<String, Integer, List<AuditEvent>> read) {
        this.address = address;
        this.place = place;
        List<AuditEvent> found = read.apply(place, size + 1);
        more = found.size() > size;
        rows = found.stream().limit(size).map(EventRow::new).toList();
    }

    /** @return the events on this page */
    public List<EventRow> getRows() {
        return rows;
    }

    /** @return the address of the next page; {@code null} on the last one */
    public String getNext() {
        return more ? address + "from=" + rows.get(rows.size() - 1).getId() + "#history" : null;
    }

    /** @return the address of the first page; {@code null} on that page */
    public String getFirst() {
        return place == null ? null : address + "#history";
    }
}
