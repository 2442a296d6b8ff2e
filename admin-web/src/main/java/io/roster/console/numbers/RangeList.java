package io.roster.console.numbers;

import io.roster.telephony.ExtensionRanges;
import io.roster.telephony.RangeUse;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;

/** The ranges of extensions. */
@Named
@RequestScoped
public class RangeList {

    @EJB
    private ExtensionRanges ranges;

    private List<RangeUse> rows;

    /** @return all ranges by their first extensions, with how much of each is in use */
    public List<RangeUse> getRows() {
        // A page asks several times while it is written.
        if (rows == null) {
            rows = ranges.list();
        }
        return rows;
    }
}
