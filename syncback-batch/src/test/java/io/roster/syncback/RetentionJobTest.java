package io.roster.syncback;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.audit.Expired;
import io.roster.audit.JobHistory;
import io.roster.audit.Retention;
import io.roster.removal.DueRemovals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetentionJobTest {
    private static final Instant BEFORE = Instant.parse("2026-05-01T00:00:00Z");
    private static final Retention.Kind KIND = Retention.Kind.AUDIT_EVENT;

    private final Rows rows = new Rows();

    @Test
    void removesEveryExpiredRowInChunks() {
        rows.add(1234, BEFORE.minusSeconds(10_000));
        rows.add(2, BEFORE);
        var reader = new ExpiredReader(rows, KIND, BEFORE);
        reader.open(null);

        int chunks = 0;
        for (List<Object> chunk = read(reader, 100); !chunk.isEmpty(); chunk = read(reader, 100)) {
            new ExpiredRemover(rows, KIND).writeItems(chunk);
            chunks++;
        }

        assertThat(chunks).isEqualTo(13);
        assertThat(rows.left).hasSize(2);
    }

    @Test
    void goesOnBehindItsCheckpoint() {
        rows.add(300, BEFORE.minusSeconds(10_000));
        var killed = new ExpiredReader(rows, KIND, BEFORE);
        killed.open(null);
        List<Object> committed = read(killed, 100);
        var checkpoint = killed.checkpointInfo();
        // read, but never written and no checkpoint taken
        read(killed, 100);

        var restarted = new ExpiredReader(rows, KIND, BEFORE);
        restarted.open(checkpoint);

        assertThat(read(restarted, 1000)).hasSize(200).doesNotContainAnyElementsOf(committed);
    }

    @Test
    void forgetsJobsAHundredAtATimeUntilNoneIsLeft() {
        List<Integer> asked = new ArrayList<>();
        var history = new JobHistory() {
            private int left = 230;

            @Override
            public int remove(Instant before, int most) {
                assertThat(before).isEqualTo(BEFORE);
                asked.add(left);
                int removed = Math.min(left, most);
                left -= removed;
                return removed;
            }
        };
        assertThat(new JobHistoryEnd(history, BEFORE).process()).isEqualTo("REMOVED 230");
        assertThat(asked).containsExactly(230, 130, 30);
    }

    @Test
    void removesPeopleStepByStepUntilNobodyIsLeftAndPassesOverWhoStays() {
        List<String> asked = new ArrayList<>();
        var removals = new DueRemovals() {
            @Override
            public Step step(String after) {
                asked.add(after);
                return asked.size() < 3 ? new Step("p" + asked.size(), 99) : new Step(null, 0);
            }
        };
        assertThat(new PeopleRemoval(removals).process()).isEqualTo("REMOVED 198");
        assertThat(asked).containsExactly("", "p1", "p2");
    }

    private static List<Object> read(ExpiredReader reader, int most) {
        var items = new ArrayList<>();
        for (Object item = reader.readItem(); item != null; item = items.size() < most ? reader.readItem() : null) {
            items.add(item);
        }
        return items;
    }

    /** The table in memory. */
    private static final class Rows extends Retention {
        private final TreeMap<String, Expired> left = new TreeMap<>();

        void add(int count, Instant first) {
            IntStream.range(0, count).forEach(i -> {
                String id = first + "-%05d".formatted(i);
                left.put(id, new Expired(first, id));
            });
        }

        @Override
        public List<Expired> expired(Kind kind, Instant before, Expired after, int most) {
            return left.tailMap(after.id(), false).values().stream()
                    .filter(row -> row.since().isBefore(before))
                    .limit(most)
                    .toList();
        }

        @Override
        public int remove(Kind kind, List<String> ids) {
            left.keySet().removeAll(ids);
            return ids.size();
        }
    }
}
