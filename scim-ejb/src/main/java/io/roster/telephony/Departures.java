package io.roster.telephony;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who is deactivated since when, and what was freed of theirs; within the transaction that holds the person's lock. */
@Dependent
class Departures {

    @Inject
    private Rows rows;

    void add(String personId, Instant left) {
        remove(personId);
        rows.change("insert into departure (person_id, left_at) values (?, ?)", personId, left.toEpochMilli());
    }

    void remove(String personId) {
        rows.change("delete from departure where person_id = ?", personId);
    }

    /** Since when the person is deactivated; empty for who is active. */
    Optional<Instant> leftAt(String personId) {
        return rows
                .list(
                        "select left_at from departure where person_id = ?",
                        row -> Instant.ofEpochMilli(row.getLong(1)),
                        personId)
                .stream()
                .findFirst();
    }

    void remember(String personId, FreedService freed, Instant now) {
        rows.change(
                "delete from freed_service where person_id = ? and kind = ?",
                personId,
                freed.kind().name());
        rows.change(
                "insert into freed_service (person_id, kind, subject, freed_at) values (?, ?, ?, ?)",
                personId,
                freed.kind().name(),
                freed.subject(),
                now.toEpochMilli());
    }

    /** What was freed of the person's numbers and extensions. */
    List<FreedService> freed(String personId) {
        return rows.list(
                "select kind, subject from freed_service where person_id = ? order by kind desc",
                row -> new FreedService(ServiceKind.valueOf(row.getString(1)), row.getString(2)),
                personId);
    }

    void forgetFreed(String personId) {
        rows.change("delete from freed_service where person_id = ?", personId);
    }
}
