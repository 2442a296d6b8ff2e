package io.roster.imports;

import io.roster.imports.ImportRunRefused.Reason;
import io.roster.imports.ImportRuns.Beat;
import io.roster.outbox.RunCause;
import io.roster.persistence.Documents;
import io.roster.persistence.Ids;
import io.roster.persistence.Keys;
import io.roster.persistence.Sql;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Writes for {@link ImportRuns}, one transaction a call. Each changes the lease's row first, so that they follow one another. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ImportRunWriter {

    private static final int LONGEST_DETAIL = 1000;

    private static final String INSERT = """
            insert into import_run (id, kind, cause, dry_run, started_by, app_id, server, started_at, beat_at, state, step,
              since, stop_requested, users_fetched, groups_fetched, members_fetched, users_matched, groups_matched,
              to_apply, applied, refused)
            values (?, ?, ?, ?, ?, ?, '', ?, ?, 'RUNNING', ?, ?, false, 0, 0, 0, 0, 0, 0, 0, 0)""";

    private static final String END =
            "update import_run set state = ?, detail = ?, ended_at = ?, beat_at = ? where id = ?";

    private static final String RESUME =
            "update import_run set state = 'RUNNING', step = ?, allowed_by = ?, beat_at = ?, ended_at = null, detail = null"
                    + " where id = ? and state = 'HELD'";

    // What nobody has confirmed by hand is found again by the next run; left behind, it would be applied without one.
    private static final String FORGET =
            "delete from import_candidate where run_id = ? and preview = '' and state = 'CONFIRMED' and decided_by is null";

    @Resource(lookup = "jdbc/roster")
    private DataSource dataSource;

    /** As {@link ImportRuns#begin}. */
    public ImportLease begin(ImportKind kind, RunCause cause, boolean dryRun, String startedBy) {
        Statements.change(dataSource, "update import_lease set run_id = run_id where id = 1");
        Sql.of("select state from import_run where state in ('RUNNING', 'HELD')")
                .list(dataSource, row -> ImportState.valueOf(row.getString(1)))
                .forEach(ImportRunWriter::refuse);
        String app = Sql.of("select app_id from import_settings where app_id is not null")
                .list(dataSource, row -> row.getString(1))
                .stream()
                .findFirst()
                .orElseThrow(() -> new ImportRunRefused(Reason.NO_APP));
        Optional<Long> since = kind == ImportKind.INCREMENTAL ? since(app) : Optional.empty();
        ImportKind actual = kind == ImportKind.INCREMENTAL && since.isEmpty() ? ImportKind.FULL : kind;
        long now = Documents.now().toEpochMilli();
        ImportLease lease = new ImportLease(Ids.next(), Ids.next());
        Statements.change(
                dataSource,
                INSERT,
                lease.runId(),
                actual.name(),
                cause.name(),
                dryRun,
                startedBy,
                app,
                now,
                now,
                (kind == ImportKind.CONFIRMED ? ImportStep.APPLY : ImportStep.FETCH).name(),
                since.orElse(null));
        take(lease, now);
        return lease;
    }

    private static void refuse(ImportState state) {
        throw new ImportRunRefused(state == ImportState.HELD ? Reason.HELD : Reason.RUNNING);
    }

    private Optional<Long> since(String app) {
        return Sql.of(
                        "select max(started_at) from import_run where state = 'DONE' and dry_run = false and app_id = ?"
                                + " and kind in ('FULL', 'INCREMENTAL')",
                        app)
                .list(dataSource, row -> Optional.ofNullable((Long) row.getObject(1)))
                .get(0);
    }

    private void take(ImportLease lease, long now) {
        Statements.change(
                dataSource,
                "update import_lease set run_id = ?, holder = ?, lease_until = ? where id = 1",
                lease.runId(),
                lease.holder(),
                now + ImportRuns.LEASE.toMillis());
    }

    /** As {@link ImportRuns#claim}. */
    public Optional<ImportLease> claim(String runId) {
        long now = Documents.now().toEpochMilli();
        ImportLease lease = new ImportLease(runId, Ids.next());
        boolean taken = Statements.change(
                        dataSource,
                        "update import_lease set holder = ?, lease_until = ? where run_id = ? and lease_until < ?",
                        lease.holder(),
                        now + ImportRuns.LEASE.toMillis(),
                        runId,
                        now)
                > 0;
        return taken && stateOf(runId).filter(ImportState.RUNNING::equals).isPresent()
                ? Optional.of(lease)
                : Optional.empty();
    }

    /** As {@link ImportRuns#beat}. */
    public Beat beat(ImportLease lease, String server) {
        if (!renewed(lease)) {
            return Beat.LOST;
        }
        Statements.change(
                dataSource,
                "update import_run set beat_at = ?, server = ? where id = ?",
                Documents.now().toEpochMilli(),
                server,
                lease.runId());
        boolean stop = Sql.of("select stop_requested from import_run where id = ?", lease.runId())
                .list(dataSource, row -> row.getBoolean(1))
                .contains(true);
        return stop ? Beat.STOP : Beat.GO_ON;
    }

    /** As {@link ImportRuns#enter}. */
    public Boolean enter(ImportLease lease, ImportStep step) {
        return renewed(lease)
                && Statements.change(
                                dataSource,
                                "update import_run set step = ?, detail = null where id = ? and state = 'RUNNING'",
                                step.name(),
                                lease.runId())
                        > 0;
    }

    /** As {@link ImportRuns#waits}. */
    public Boolean waits(ImportLease lease, String detail) {
        return renewed(lease)
                && Statements.change(
                                dataSource,
                                "update import_run set detail = ? where id = ?",
                                shortened(detail),
                                lease.runId())
                        > 0;
    }

    private static String shortened(String detail) {
        return detail == null ? null : Keys.shortened(detail, LONGEST_DETAIL);
    }

    /** As {@link ImportRuns#end}. */
    public Boolean end(ImportLease lease, ImportState state, String detail) {
        if (!renewed(lease)) {
            return false;
        }
        end(lease.runId(), state, detail);
        release(lease);
        return true;
    }

    private void end(String runId, ImportState state, String detail) {
        long now = Documents.now().toEpochMilli();
        Statements.change(dataSource, END, state.name(), shortened(detail), now, now, runId);
        Statements.change(dataSource, "delete from import_page where run_id = ?", runId);
        if (state != ImportState.DONE) {
            Statements.change(dataSource, FORGET, runId);
            Statements.change(dataSource, "delete from import_candidate where preview = ?", runId);
        }
    }

    /** As {@link ImportRuns#release}. */
    public Boolean release(ImportLease lease) {
        return Statements.change(
                        dataSource,
                        "update import_lease set run_id = null, holder = null, lease_until = 0 where run_id = ? and holder = ?",
                        lease.runId(),
                        lease.holder())
                > 0;
    }

    /** As {@link ImportRuns#stop}. */
    public Void stop(String runId) {
        int told = Statements.change(
                dataSource, "update import_run set stop_requested = true where id = ? and state = 'RUNNING'", runId);
        if (told == 0) {
            throw new ImportRunRefused(Reason.ENDED);
        }
        return null;
    }

    /** As {@link ImportRuns#allow} and {@link ImportRuns#reconsider}. */
    public ImportLease resume(String runId, ImportStep step, String allowedBy) {
        long now = Documents.now().toEpochMilli();
        ImportLease lease = new ImportLease(runId, Ids.next());
        take(lease, now);
        if (Statements.change(dataSource, RESUME, step.name(), allowedBy, now, runId) == 0) {
            throw new ImportRunRefused(Reason.NOT_HELD);
        }
        return lease;
    }

    /** As {@link ImportRuns#cancel}. */
    public Void cancel(String runId, String by) {
        Statements.change(dataSource, "update import_lease set run_id = run_id where id = 1");
        if (stateOf(runId).filter(ImportState.HELD::equals).isEmpty()) {
            throw new ImportRunRefused(Reason.NOT_HELD);
        }
        end(runId, ImportState.CANCELLED, "Cancelled by " + by + " while it was held.");
        return null;
    }

    private boolean renewed(ImportLease lease) {
        return Statements.renewed(dataSource, lease);
    }

    private Optional<ImportState> stateOf(String runId) {
        List<ImportState> states = Sql.of("select state from import_run where id = ?", runId)
                .list(dataSource, row -> ImportState.valueOf(row.getString(1)));
        return states.stream().findFirst();
    }
}
