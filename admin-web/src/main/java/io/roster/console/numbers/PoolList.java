package io.roster.console.numbers;

import io.roster.console.reader.AddressedList;
import io.roster.console.reader.ListAddress;
import io.roster.console.reader.Texts;
import io.roster.telephony.PoolKind;
import io.roster.telephony.PoolPage;
import io.roster.telephony.PoolRow;
import io.roster.telephony.PoolState;
import io.roster.telephony.Pools;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;

/**
 * The list of numbers, or that of the extensions of the range whose {@code id} the address has. All of its state is in its
 * address, so that it can be kept, sent and gone back to.
 */
@Named
@RequestScoped
public class PoolList extends AddressedList {

    private static final int PAGE = 50;

    @EJB
    private Pools pools;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Texts texts;

    private PoolAddress address;
    private PoolPage found;

    @PostConstruct
    void load() {
        String rangeId = request.getParameter("id");
        open(PoolAddress.parse(rangeId == null ? "numbers" : "extension-range", rangeId, request));
        // An address kept from when the list was longer
        if (found.rows().isEmpty() && found.total() > 0) {
            open(address.withPage(lastPage()));
        }
    }

    private void open(PoolAddress wanted) {
        address = wanted;
        int offset = (address.page() - 1) * PAGE;
        PoolKind kind = address.query().rangeId() == null ? PoolKind.NUMBER : PoolKind.EXTENSION;
        found = pools.page(kind, address.query(), offset, PAGE);
    }

    @Override
    protected ListAddress address() {
        return address;
    }

    @Override
    protected int lastPage() {
        return Math.max(1, (found.total() + PAGE - 1) / PAGE);
    }

    /** @return what is on this page */
    public List<PoolRow> getRows() {
        return found.rows();
    }

    /** @return how many the whole list has, in words */
    public String getCount() {
        return texts.of("count", found.total());
    }

    /** @return from where to where the page goes, in words */
    public String getRange() {
        int before = (address.page() - 1) * PAGE;
        return texts.of("pager.range", before + 1, before + found.rows().size(), found.total());
    }

    /** @return whether the list leaves some out */
    public boolean isFiltered() {
        return !address.query().isEverything();
    }

    /** @return whether another page follows */
    public boolean isMore() {
        return address.page() < lastPage();
    }

    /** @return whether it is known where the list ends: always */
    public boolean isExact() {
        return true;
    }

    /** @return every choice of a state */
    public List<String> getStates() {
        return Stream.of(null, PoolState.FREE, PoolState.ASSIGNED, PoolState.RESTING)
                .map(PoolAddress::key)
                .toList();
    }

    /** @return the page that the filters go to */
    public String getPath() {
        return address.path();
    }

    /** @return the list without filters */
    public String getPlain() {
        return getRangeId() == null ? address.path() : address.path() + "?id=" + getRangeId();
    }

    /** @return the range of the extensions; {@code null} for numbers */
    public String getRangeId() {
        return address.query().rangeId();
    }

    /** @return what is searched for, as it was typed */
    public String getSearch() {
        return address.query().search();
    }

    /** @return what they are to begin with, as it was typed */
    public String getPrefix() {
        return address.query().prefix();
    }

    /** @return the chosen state */
    public String getState() {
        return PoolAddress.key(address.query().state());
    }
}
