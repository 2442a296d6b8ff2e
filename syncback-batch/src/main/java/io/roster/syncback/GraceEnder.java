package io.roster.syncback;

import io.roster.telephony.GraceEnd;
import io.roster.telephony.Leaver;
import io.roster.telephony.ServiceKind;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;

/** Frees what the people of one chunk have of a kind of service. Whoever has none any more is no matter. */
@Named
@Dependent
public class GraceEnder extends AbstractItemWriter {
    @EJB
    private GraceEnd grace;

    @Inject
    @BatchProperty
    private String kind;

    @Inject
    @BatchProperty
    private String now;

    /** For the batch runtime. */
    public GraceEnder() {}

    GraceEnder(GraceEnd grace, ServiceKind kind, Instant now) {
        this.grace = grace;
        this.kind = kind.name();
        this.now = now.toString();
    }

    @Override
    public void writeItems(List<Object> items) {
        grace.free(
                ServiceKind.valueOf(kind),
                Instant.parse(now),
                items.stream().map(Leaver.class::cast).map(Leaver::personId).toList());
    }
}
