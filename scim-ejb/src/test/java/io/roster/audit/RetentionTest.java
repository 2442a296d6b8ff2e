package io.roster.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.TestDatabase;
import io.roster.persistence.Tombstone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class RetentionTest {
    private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");

    @Parameter
    TestDatabase database;

    @Test
    void walksFromTheOldestRowToTheInstantAndNoFurther() {
        tombstone("c", NOW.minusSeconds(9));
        // two of the same instant, at the border of a page
        tombstone("b", NOW.minusSeconds(5));
        tombstone("a", NOW.minusSeconds(5));
        tombstone("d", NOW);
        tombstone("e", NOW.plusSeconds(1));

        assertThat(walk(Retention.Kind.TOMBSTONE, 2)).containsExactly("c", "a", "b");
    }

    @Test
    void removesWhatItIsToldAndCountsIt() {
        tombstone("a", NOW);
        tombstone("b", NOW);

        int removed = database.call(
                Retention.class, retention -> retention.remove(Retention.Kind.TOMBSTONE, List.of("a", "x")));

        assertThat(removed).isEqualTo(1);
        assertThat(database.<Tombstone>inTransaction(entities -> entities.find(Tombstone.class, "a")))
                .isNull();
        assertThat(database.<Tombstone>inTransaction(entities -> entities.find(Tombstone.class, "b")))
                .isNotNull();
    }

    @Test
    void eventsGoByWhenTheyHappened() {
        event("old", NOW.minusSeconds(1));
        event("new", NOW);

        assertThat(walk(Retention.Kind.AUDIT_EVENT, 10)).containsExactly("old");
        int removed = database.call(
                Retention.class, retention -> retention.remove(Retention.Kind.AUDIT_EVENT, List.of("old")));
        assertThat(removed).isEqualTo(1);
        assertThat(walk(Retention.Kind.AUDIT_EVENT, 10)).isEmpty();
    }

    private List<String> walk(Retention.Kind kind, int page) {
        var seen = new ArrayList<String>();
        for (Expired last = Expired.NONE; ; ) {
            Expired after = last;
            List<Expired> rows = database.call(Retention.class, retention -> retention.expired(kind, NOW, after, page));
            if (rows.isEmpty()) {
                return seen;
            }
            rows.forEach(row -> seen.add(row.id()));
            last = rows.get(rows.size() - 1);
        }
    }

    private void tombstone(String id, Instant deleted) {
        database.run(entities -> entities.persist(new Tombstone(id, "User", "name", null, "{}", deleted, "a token")));
    }

    private void event(String id, Instant occurred) {
        database.run(entities -> entities.createNativeQuery("insert into audit_event (id, occurred_at, actor_type,"
                        + " actor_name, action, outcome, status) values (?1, ?2, 'TOKEN', 'test', 'UPDATED', 'SUCCESS',"
                        + " 200)")
                .setParameter(1, id)
                .setParameter(2, occurred.toEpochMilli())
                .executeUpdate());
    }
}
