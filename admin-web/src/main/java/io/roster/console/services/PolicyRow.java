package io.roster.console.services;

import io.roster.telephony.ServiceKind;
import io.roster.telephony.ServicePolicy;
import java.io.Serializable;
import java.util.Locale;

/** The policy of one kind of service, as the form has it. */
public class PolicyRow implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int USUAL_DAYS = 30;

    private final ServiceKind kind;
    private final long version;
    private boolean freed;
    private int days;

    PolicyRow(ServicePolicy policy) {
        kind = policy.kind();
        version = policy.version();
        freed = !policy.keeps();
        days = policy.keeps() ? USUAL_DAYS : policy.graceDays();
    }

    ServicePolicy wanted() {
        return new ServicePolicy(kind, version, freed ? days : null);
    }

    /** @return the kind's name as in the bundle's keys */
    public String getKey() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** @return whether it is freed at all */
    public boolean isFreed() {
        return freed;
    }

    /** @param freed whether it is freed at all */
    public void setFreed(boolean freed) {
        this.freed = freed;
    }

    /** @return after how many days, where it is freed */
    public int getDays() {
        return days;
    }

    /** @param days after how many days, where it is freed */
    public void setDays(int days) {
        this.days = days;
    }
}
