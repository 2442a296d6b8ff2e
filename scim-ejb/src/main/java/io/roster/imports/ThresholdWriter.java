package io.roster.imports;

import io.roster.access.Caller;
import io.roster.access.Roles;
import io.roster.audit.Action;
import io.roster.audit.AuditTrail;
import io.roster.audit.Changes;
import io.roster.audit.Entry;
import io.roster.persistence.Documents;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.Map;
import javax.sql.DataSource;

/** Writes for {@link Thresholds}: the settings and the event in one transaction. */
@Stateless
@RolesAllowed(Roles.ADMINISTRATOR)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ThresholdWriter {

    private static final String TYPE = "ImportSettings";
    private static final JsonBuilderFactory JSON = JsonProvider.provider().createBuilderFactory(Map.of());

    @Resource(lookup = "jdbc/roster")
    private DataSource dataSource;

    @Inject
    private AuditTrail audit;

    /** As {@link Thresholds#change}. */
    public Boolean change(Caller caller, Integer app, Integer org) {
        // Of two administrators the second sees what the first has left.
        Statements.change(dataSource, "update import_settings set version = version + 1");
        JsonObject before = described(ImportPlan.read(dataSource));
        set("app_threshold", app);
        set("org_threshold", org);
        JsonObject after = described(ImportPlan.read(dataSource));
        boolean differs = !after.equals(before);
        if (differs) {
            Statements.change(
                    dataSource,
                    "update import_settings set saved_at = ?, saved_by = ?",
                    Documents.now().toEpochMilli(),
                    caller.name());
            audit.record(Entry.done(caller, Action.UPDATED, 200, TYPE, TYPE, null, Changes.between(before, after)));
        }
        return differs;
    }

    private void set(String column, Integer threshold) {
        String statement = "update import_settings set " + column + " = ";
        if (threshold == null) {
            Statements.change(dataSource, statement + "null");
        } else {
            Statements.change(dataSource, statement + "?", threshold);
        }
    }

    private static JsonObject described(ImportPlan plan) {
        JsonObjectBuilder described = JSON.createObjectBuilder();
        if (plan.appThreshold() != null) {
            described.add("appThreshold", plan.appThreshold());
        }
        if (plan.orgThreshold() != null) {
            described.add("orgThreshold", plan.orgThreshold());
        }
        return described.build();
    }
}
