package io.roster.imports;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A run as the removal of old ones needs it; everything else reads and writes runs in SQL. */
@Entity
@Table(name = "import_run")
public class RecordedImport {

    @Id
    private String id;

    @Column(name = "ended_at")
    private Instant ended;

    protected RecordedImport() {}

    /** @return the run's id */
    public String getId() {
        return id;
    }

    /** @return when it ended; {@code null} while it goes on or is held */
    public Instant getEnded() {
        return ended;
    }
}
