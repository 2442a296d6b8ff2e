package io.roster.telephony;

import io.roster.persistence.Documents;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Adds rows of works within the caller's transaction, and forgets works of long ago. */
@Dependent
class BulkWorkRows {

    private static final Duration KEPT = Duration.ofDays(30);

    @Inject
    private Rows rows;

    /** Adds a work that whoever is first begins with. */
    void add(String id, String by, BulkAction action, String subject, int total) {
        Instant now = Documents.now();
        forgetBefore(now.minus(KEPT));
        rows.change(
                "insert into bulk_work (id, action, total, done, unchanged, refused, state, leased_until, created_at,"
                        + " created_by, seen) values (?, ?, ?, 0, 0, 0, 'RUNNING', 0, ?, ?, ?)",
                id,
                action.name(),
                total,
                now.toEpochMilli(),
                by,
                false);
        if (subject != null) {
            rows.change("update bulk_work set subject = ? where id = ?", subject, id);
        }
    }

    private void forgetBefore(Instant limit) {
        List<String> old = rows.list(
                "select id from bulk_work where created_at < ? and ended_at is not null",
                row -> row.getString(1),
                limit.toEpochMilli());
        for (String id : old) {
            rows.change("delete from bulk_person where work_id = ?", id);
            rows.change("delete from bulk_work where id = ?", id);
        }
    }
}
