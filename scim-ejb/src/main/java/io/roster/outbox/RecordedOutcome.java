package io.roster.outbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An outcome as the removal of old ones needs it; everything else reads and writes outcomes in SQL. */
@Entity
@Table(name = "syncback_outcome")
public class RecordedOutcome {

    @Id
    private String id;

    @Column(name = "occurred_at")
    private Instant occurred;

    protected RecordedOutcome() {}

    /** @return the outcome's id */
    public String getId() {
        return id;
    }

    /** @return when it happened */
    public Instant getOccurred() {
        return occurred;
    }
}
