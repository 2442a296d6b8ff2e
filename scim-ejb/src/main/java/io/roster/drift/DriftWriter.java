package io.roster.drift;

import io.roster.imports.Comparisons;
import io.roster.imports.ImportLease;
import io.roster.imports.PageKind;
import io.roster.imports.Statements;
import io.roster.persistence.Documents;
import io.roster.persistence.Keys;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;

/**
 * Writes for {@link DriftComparison}: the rows of a page and that the page is done in one transaction, so that a kill
 * neither forgets nor repeats a page.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DriftWriter {

    private static final int TEXT_LENGTH = 1000;
    private static final int NAME_LENGTH = 255;

    private static final String INSERT = """
            insert into drift (id, run_id, resource_type, okta_id, roster_id, name, name_key, kind, fields, okta_members,
              roster_members) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String INSERT_PUSH = """
            insert into drift_push (run_id, mapping_id, source_id, target_id, name, status, assigned, error_summary,
              last_push) values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String REPLACE = """
            update drift set roster_id = ?, name = ?, name_key = ?, kind = ?, fields = ?, okta_members = ?,
              roster_members = ? where id = ?""";

    private static final String DONE =
            "update import_page set matched = true where run_id = ? and kind = ? and page = ?"
                    + " and owner_id = '' and matched = false";

    @Resource(lookup = "jdbc/roster")
    private DataSource dataSource;

    /** As {@link DriftComparison#step}: false when another server has the run. */
    public Boolean write(ImportLease lease, Comparisons.Page page, List<Drift> rows) {
        if (!Statements.renewed(dataSource, lease)) {
            return false;
        }
        String kind = page.kind().name();
        if (Statements.change(dataSource, DONE, lease.runId(), kind, page.page()) > 0) {
            insert(lease.runId(), rows);
            String column = page.kind() == PageKind.USERS ? "users_matched" : "groups_matched";
            String count = "update import_run set " + column + " = " + column + " + ? where id = ?";
            Statements.change(dataSource, count, page.amount(), lease.runId());
        }
        return true;
    }

    private void insert(String runId, List<Drift> rows) {
        Statements.changeAll(
                dataSource,
                INSERT,
                rows.stream()
                        .map(row -> Arrays.<Object>asList(
                                row.id(),
                                runId,
                                row.group() ? "Group" : "User",
                                Keys.of(row.oktaId()),
                                row.rosterId(),
                                row.name(),
                                Keys.fold(row.name()),
                                row.kind().name(),
                                DriftField.json(row.fields()),
                                row.oktaMembers(),
                                row.rosterMembers()))
                        .toList());
    }

    /** As {@link DriftComparison#finish}. Rows of comparisons that are shown no more go. */
    public Boolean show(ImportLease lease, List<Drift> rows, List<PushMapping> mappings, String refusal) {
        if (!Statements.renewed(dataSource, lease)) {
            return false;
        }
        String runId = lease.runId();
        // Where a server was killed between this and the end of the run, it is done once more.
        Statements.change(
                dataSource,
                "delete from drift where run_id <> ? or resource_type = 'Group' and kind = 'ROSTER_ONLY'",
                runId);
        Statements.change(dataSource, "delete from drift_push");
        insert(runId, rows);
        Statements.changeAll(
                dataSource,
                INSERT_PUSH,
                mappings.stream().map(mapping -> row(runId, mapping)).toList());
        Statements.change(
                dataSource,
                "update drift_shown set run_id = ?, compared_at = ?, push_refusal = ? where id = 1",
                runId,
                Documents.now().toEpochMilli(),
                refusal == null ? null : Keys.shortened(refusal, TEXT_LENGTH));
        return true;
    }

    private static List<Object> row(String runId, PushMapping mapping) {
        return Arrays.asList(
                runId,
                mapping.id(),
                mapping.sourceId(),
                mapping.targetId(),
                Keys.shortened(mapping.name().isEmpty() ? mapping.sourceId() : mapping.name(), NAME_LENGTH),
                mapping.status(),
                mapping.assigned(),
                Keys.shortened(mapping.error(), TEXT_LENGTH),
                mapping.lastPush() == null ? null : mapping.lastPush().toEpochMilli());
    }

    /** Replaces a row by what differs now; {@code null} for nothing, and the row goes. */
    public Void replace(String id, Drift now) {
        if (now == null) {
            Statements.change(dataSource, "delete from drift where id = ?", id);
        } else {
            Statements.change(
                    dataSource,
                    REPLACE,
                    now.rosterId(),
                    now.name(),
                    Keys.fold(now.name()),
                    now.kind().name(),
                    DriftField.json(now.fields()),
                    now.oktaMembers(),
                    now.rosterMembers(),
                    id);
        }
        return null;
    }
}
