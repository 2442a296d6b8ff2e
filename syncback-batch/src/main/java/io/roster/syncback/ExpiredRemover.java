package io.roster.syncback;

import io.roster.audit.Expired;
import io.roster.audit.Retention;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Removes the rows of one chunk with one statement. A row that another run has removed already is no matter. */
@Named
@Dependent
public class ExpiredRemover extends AbstractItemWriter {
    @EJB
    private Retention retention;

    @Inject
    @BatchProperty
    private String kind;

    /** For the batch runtime. */
    public ExpiredRemover() {}

    ExpiredRemover(Retention retention, Retention.Kind kind) {
        this.retention = retention;
        this.kind = kind.name();
    }

    @Override
    public void writeItems(List<Object> items) {
        List<String> ids =
                items.stream().map(Expired.class::cast).map(Expired::id).toList();
        retention.remove(Retention.Kind.valueOf(kind), ids);
    }
}
