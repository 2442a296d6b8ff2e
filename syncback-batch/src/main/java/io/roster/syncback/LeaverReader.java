package io.roster.syncback;

import io.roster.telephony.GraceEnd;
import io.roster.telephony.Leaver;
import io.roster.telephony.ServiceKind;
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

/** Reads those whose grace for a kind of service has ended. Its checkpoint is the last one read. */
@Named
@Dependent
public class LeaverReader extends AbstractItemReader {
    private static final int PAGE = 500;

    @EJB
    private GraceEnd grace;

    @Inject
    @BatchProperty
    private String kind;

    /** An instant in ISO 8601, a parameter of the job, so that a restart frees what the first start meant to. */
    @Inject
    @BatchProperty
    private String now;

    private final Queue<Leaver> page = new ArrayDeque<>();
    private Leaver last = Leaver.NONE;

    /** For the batch runtime. */
    public LeaverReader() {}

    LeaverReader(GraceEnd grace, ServiceKind kind, Instant now) {
        this.grace = grace;
        this.kind = kind.name();
        this.now = now.toString();
    }

    @Override
    public void open(Serializable checkpoint) {
        last = checkpoint instanceof Leaver leaver ? leaver : Leaver.NONE;
    }

    /** {@return the next person, or null when there is none left} */
    @Override
    public Object readItem() {
        if (page.isEmpty()) {
            page.addAll(grace.due(ServiceKind.valueOf(kind), Instant.parse(now), last, PAGE));
        }
        Leaver next = page.poll();
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
