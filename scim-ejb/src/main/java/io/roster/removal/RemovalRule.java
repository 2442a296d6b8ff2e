package io.roster.removal;

import io.roster.removal.RemovalRefused.Reason;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** After how long somebody who is deactivated is removed. There is one. */
@Entity
@Table(name = "removal_rule")
public class RemovalRule {

    /** The most days that can be set. */
    public static final int MOST_DAYS = 3_650;

    static final int ONLY = 1;

    @Id
    private int id;

    @Version
    private long version;

    private Integer days;

    @Column(name = "changed_at")
    private Instant changed;

    @Column(name = "changed_by")
    private String changedBy;

    protected RemovalRule() {}

    static void check(Integer wanted) {
        if (wanted != null && (wanted < 1 || wanted > MOST_DAYS)) {
            throw new RemovalRefused(Reason.DAYS);
        }
    }

    void change(Integer wanted, long seen, Instant now, String by) {
        check(wanted);
        if (version != seen) {
            throw new RemovalRefused(Reason.CHANGED_MEANWHILE);
        }
        days = wanted;
        changed = now;
        changedBy = by;
    }

    /** Who was deactivated before the returned instant is removed; empty for nobody. */
    Optional<Instant> leftBefore(Instant now) {
        return Optional.ofNullable(days).map(many -> now.minus(Duration.ofDays(many)));
    }

    /** @return which state of the rule this is */
    public long getVersion() {
        return version;
    }

    /** @return days since the deactivation, from 1 to {@value #MOST_DAYS}; {@code null} for never */
    public Integer getDays() {
        return days;
    }

    /** @return when it was changed; {@code null} for never */
    public Instant getChanged() {
        return changed;
    }

    /** @return who changed it; {@code null} for nobody */
    public String getChangedBy() {
        return changedBy;
    }
}
