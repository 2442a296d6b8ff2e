package io.roster.outbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A run as the removal of old ones needs it; everything else reads and writes runs in SQL. */
@Entity
@Table(name = "syncback_run")
public class RecordedRun {

    @Id
    private String id;

    @Column(name = "started_at")
    private Instant started;

    protected RecordedRun() {}

    /** @return the run's id */
    public String getId() {
        return id;
    }

    /** @return when it began */
    public Instant getStarted() {
        return started;
    }
}
