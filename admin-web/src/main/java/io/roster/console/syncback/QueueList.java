package io.roster.console.syncback;

import io.roster.console.reader.Texts;
import io.roster.outbox.RowState;
import io.roster.outbox.Syncback;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The queue of what is to be written to Okta. All of its state is in its address. */
@Named
@RequestScoped
public class QueueList {

    private static final int PAGE = 50;
    private static final int COUNTED = 10_000;

    @EJB
    private Syncback syncback;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Texts texts;

    private QueueAddress address;
    private List<QueueLine> rows;
    private int total;

    @PostConstruct
    void load() {
        address = QueueAddress.parse(
                request.getParameter("q"), request.getParameter("state"), request.getParameter("page"));
        total = syncback.count(address.query(), COUNTED + 1);
        int last = Math.max(1, (Math.min(total, COUNTED) + PAGE - 1) / PAGE);
        if (address.page() > last && isExact()) {
            address = address.withPage(last);
        }
        rows = syncback.page(address.query(), (address.page() - 1) * PAGE, PAGE).stream()
                .map(QueueLine::new)
                .toList();
    }

    /** @return the rows on this page */
    public List<QueueLine> getRows() {
        return rows;
    }

    /** @return from where to where the page goes, in words */
    public String getRange() {
        int before = (address.page() - 1) * PAGE;
        String key = isExact() ? "pager.range" : "pager.range.more";
        return texts.of(key, before + 1, before + rows.size(), Math.min(total, COUNTED));
    }

    /** @return whether it is known where the list ends */
    public boolean isExact() {
        return total <= COUNTED;
    }

    /** @return whether another page follows */
    public boolean isMore() {
        return rows.size() == PAGE && (!isExact() || address.page() * PAGE < total);
    }

    /** @return the number of the page, from 1 */
    public int getPage() {
        return address.page();
    }

    /**
     * @param number the number of a page
     * @return its address
     */
    public String pageAt(int number) {
        return address.withPage(number).toString();
    }

    /** @return the address of the last page */
    public String getLast() {
        return pageAt(Math.max(1, (total + PAGE - 1) / PAGE));
    }

    /** @return whether the list leaves out people who are not done */
    public boolean isFiltered() {
        return address.query().state() != null || address.query().search() != null;
    }

    /** @return every choice of a state */
    public List<String> getStates() {
        List<String> states = new ArrayList<>(List.of(QueueAddress.OPEN));
        Stream.of(RowState.values()).map(QueueAddress::key).forEach(states::add);
        return states;
    }

    /** @return the chosen state */
    public String getState() {
        return QueueAddress.key(address.query().state());
    }

    /** @return what is searched for, as it was typed */
    public String getSearch() {
        return address.query().search();
    }
}
