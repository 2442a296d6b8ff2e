package io.roster.outbox;

import io.roster.okta.OktaAttributes;
import io.roster.persistence.Ids;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes what came of fields: how each stands now, and one more line of its history. */
final class FieldRows {

    private static final String UPDATE = """
            update outbox_field set state = ?, reason = ?, checked_at = ?,
              value = case when ? = 1 then cast(? as varchar(255)) else value end,
              announced = case when ? = 1 then null else announced end,
              attribute = case when ? = 1 then cast(? as varchar(64)) else attribute end,
              written_at = case when ? = 'WRITTEN' then cast(? as bigint) else written_at end,
              echoed_at = case when ? = 'WRITTEN' then null else echoed_at end
            where person_id = ? and field = ?""";

    private static final String INSERT = """
            insert into outbox_field (state, reason, checked_at, value, attribute, written_at, person_id, field)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String OUTCOME = """
            insert into syncback_outcome (id, run_id, person_id, okta_id, field, state, before_value, after_value, reason,
              detail, occurred_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final Connection connection;
    private final long now;
    private final OktaAttributes attributes;

    FieldRows(Connection connection, long now, OktaAttributes attributes) {
        this.connection = connection;
        this.now = now;
        this.attributes = attributes;
    }

    void write(String runId, List<Attempt> attempts) throws SQLException {
        List<List<Object>> present = new ArrayList<>();
        List<List<Object>> history = new ArrayList<>();
        for (Attempt attempt : attempts) {
            for (FieldOutcome field : attempt.fields()) {
                present.add(update(attempt, field));
                history.add(outcome(runId, attempt, field));
            }
            for (Former.Settled former : attempt.former()) {
                if (former.before() != null) {
                    history.add(cleared(runId, attempt, former));
                }
            }
        }
        List<List<Object>> missing = Batch.execute(connection, UPDATE, present);
        Batch.execute(connection, INSERT, missing.stream().map(this::inserted).toList());
        Batch.execute(connection, OUTCOME, history);
    }

    private List<Object> update(Attempt attempt, FieldOutcome field) {
        String state = field.state().name();
        int settled = field.isSettled() ? 1 : 0;
        return Arrays.asList(
                state,
                name(field.reason()),
                now,
                settled,
                field.isSettled() ? field.ofRoster() : null,
                settled,
                settled,
                field.field().in(attributes),
                state,
                now,
                state,
                attempt.person().personId(),
                field.field().name());
    }

    // From the values of an update that met no row
    private List<Object> inserted(List<Object> update) {
        boolean written = FieldState.WRITTEN.name().equals(update.get(0));
        return Arrays.asList(
                update.get(0),
                update.get(1),
                update.get(2),
                update.get(4),
                update.get(7),
                written ? now : null,
                update.get(11),
                update.get(12));
    }

    private List<Object> outcome(String runId, Attempt attempt, FieldOutcome field) {
        String detail = field.reason() == null ? null : OutboxWriter.shortened(attempt.detail());
        return line(runId, attempt, field, detail);
    }

    // The detail tells it from a field that was cleared where it is written now.
    private List<Object> cleared(String runId, Attempt attempt, Former.Settled settled) {
        Former former = settled.former();
        var outcome = new FieldOutcome(former.field(), FieldState.WRITTEN, settled.before(), null, null);
        return line(runId, attempt, outcome, former.attribute());
    }

    private List<Object> line(String runId, Attempt attempt, FieldOutcome field, String detail) {
        return Arrays.asList(
                Ids.next(),
                runId,
                attempt.person().personId(),
                attempt.person().oktaId(),
                field.field().name(),
                field.state().name(),
                field.before(),
                field.after(),
                name(field.reason()),
                detail,
                now);
    }

    private static String name(Reason reason) {
        return reason == null ? null : reason.name();
    }
}
