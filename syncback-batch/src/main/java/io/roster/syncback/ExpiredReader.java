package io.roster.syncback;

import io.roster.audit.Expired;
import io.roster.audit.Retention;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;

/** Reads, oldest first, the rows that the step is to remove. Its checkpoint is the last row read. */
@Named
@Dependent
public class ExpiredReader extends AbstractItemReader {
    private static final int PAGE = 500;

    @EJB
    private Retention retention;

    @Inject
    @BatchProperty
    private String kind;

    /** An instant in ISO 8601, a parameter of the job, so that a restart removes what the first start meant to. */
    @Inject
    @BatchProperty
    private String before;

    private final Queue<Expired> page = new ArrayDeque<>();
    private Expired last = Expired.NONE;

    /** For the batch runtime. */
    public ExpiredReader() {}

    ExpiredReader(Retention retention, Retention.Kind kind, Instant before) {
        this.retention = retention;
        this.kind = kind.name();
        this.before = before.toString();
    }

    @Override
    public void open(Serializable checkpoint) {
        last = checkpoint instanceof Expired expired ? expired : Expired.NONE;
    }

    /** {@return the next row, or null when there is none left} */
    @Override
    public Object readItem() {
        if (page.isEmpty()) {
            page.addAll(retention.expired(Retention.Kind.valueOf(kind), Instant.parse(before), last, PAGE));
        }
        Expired next = page.poll();
        if (next != null) {
            last = next;
        }
        return next;
    }

    @Override
    public Serializable checkpointInfo() {
        return last;
    }
}
