package io.roster.imports;

import io.roster.access.Caller;
import io.roster.access.Roles;
import io.roster.audit.Action;
import io.roster.audit.AuditTrail;
import io.roster.audit.Changes;
import io.roster.audit.Entry;
import io.roster.imports.ImportRefused.Reason;
import io.roster.persistence.Documents;
import io.roster.scim.schema.ResourceType;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** Writes for {@link ImportRules}: settings or mappings and their event, one transaction a call. */
@Stateless
@RolesAllowed(Roles.ADMINISTRATOR)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ImportRulesWriter {

    private static final String LOCK = "update import_settings set version = version + 1, saved_at = ?, saved_by = ?"
            + " where id = 1 and version = ?";

    private static final String LIMIT = """
            update import_settings set version = version + 1, saved_at = ?, saved_by = ?, app_threshold = nullif(?, 0),
              org_threshold = nullif(?, 0) where id = 1""";

    private static final String SAVE = """
            update import_settings set scheduled = ?, app_id = nullif(?, ''), full_cron = ?, incremental_cron = ?,
              time_zone = ?, user_name_format = ?, user_name_expression = nullif(?, ''), exact_match = ?,
              partial_match = ?, confirm_exact = ?, confirm_partial = ?, confirm_new = ?,
              app_threshold = nullif(?, 0), org_threshold = nullif(?, 0) where id = 1""";

    private static final String MAP =
            "insert into import_mapping (attr_path, ordinal, expression, applied) values (?, ?, ?, ?)";

    @Resource(lookup = "jdbc/roster")
    private DataSource dataSource;

    @Inject
    private AuditTrail audit;

    /** As {@link ImportRules#save}. */
    public Boolean save(Caller caller, ImportSettings asked, Instant now) {
        StoredRules before = locked(caller, asked.version());
        ImportSettings settings = RuleChecks.settings(asked, before.mappings(), now);
        Statements.change(
                dataSource,
                SAVE,
                settings.scheduled(),
                orEmpty(settings.appId()),
                settings.fullCron(),
                settings.incrementalCron(),
                settings.zone().getId(),
                settings.userNameFormat().name(),
                orEmpty(settings.userNameExpression()),
                RuleRows.column(settings.exactMatch()),
                settings.partialMatch(),
                settings.confirmExact(),
                settings.confirmPartial(),
                settings.confirmNew(),
                orNone(settings.appThreshold()),
                orNone(settings.orgThreshold()));
        return record(caller, RuleDescription.of(before.settings()), RuleDescription.of(settings));
    }

    /** As {@link ImportRules#limit}. */
    public Boolean limit(Caller caller, Integer app, Integer org) {
        RuleChecks.threshold(app, "appThreshold");
        RuleChecks.threshold(org, "orgThreshold");
        // Of two administrators the second sees what the first has left.
        Statements.change(dataSource, "update import_settings set version = version where id = 1");
        ImportSettings before = RuleRows.settings(dataSource);
        if (Objects.equals(app, before.appThreshold()) && Objects.equals(org, before.orgThreshold())) {
            return false;
        }
        Statements.change(dataSource, LIMIT, Documents.now().toEpochMilli(), caller.name(), orNone(app), orNone(org));
        return record(caller, RuleDescription.of(before), RuleDescription.of(RuleRows.settings(dataSource)));
    }

    /** As {@link ImportRules#map}, {@link ImportRules#unmap} and {@link ImportRules#move}. */
    public Void map(Caller caller, long version, UnaryOperator<List<AttributeMapping>> change, ResourceType type) {
        StoredRules before = locked(caller, version);
        List<AttributeMapping> mappings = RuleChecks.mappings(change.apply(before.mappings()), before.settings(), type);
        Statements.change(dataSource, "delete from import_mapping");
        List<List<Object>> rows = new ArrayList<>();
        for (AttributeMapping mapping : mappings) {
            rows.add(List.of(
                    mapping.attrPath(),
                    rows.size() + 1,
                    mapping.expression(),
                    mapping.applied().name()));
        }
        if (!rows.isEmpty()) {
            Statements.changeAll(dataSource, MAP, rows);
        }
        record(
                caller,
                RuleDescription.of(before.mappings(), mappings),
                RuleDescription.of(mappings, before.mappings()));
        return null;
    }

    /** Of two administrators the second one is refused: what that one saw is not what there is. */
    private StoredRules locked(Caller caller, long version) {
        if (Statements.change(dataSource, LOCK, Documents.now().toEpochMilli(), caller.name(), version) == 0) {
            throw new ImportRefused(Reason.CHANGED_MEANWHILE, null);
        }
        return RuleRows.read(dataSource);
    }

    private boolean record(Caller caller, JsonObject before, JsonObject after) {
        if (before.equals(after)) {
            return false;
        }
        audit.record(Entry.done(
                caller,
                Action.UPDATED,
                200,
                "ImportRules",
                ImportRules.RESOURCE,
                null,
                Changes.between(before, after)));
        return true;
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static int orNone(Integer number) {
        return number == null ? 0 : number;
    }
}
