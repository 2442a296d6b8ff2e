package io.roster.syncback;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.telephony.GraceEnd;
import io.roster.telephony.Leaver;
import io.roster.telephony.ServiceKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GraceJobTest {
    private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");
    private static final ServiceKind KIND = ServiceKind.NUMBER;

    private final Holders holders = new Holders();

    @Test
    void freesEverybodyWhoIsDueInChunks() {
        holders.add(1234);
        var reader = new LeaverReader(holders, KIND, NOW);
        reader.open(null);
        for (List<Object> chunk = read(reader, 50); !chunk.isEmpty(); chunk = read(reader, 50)) {
            new GraceEnder(holders, KIND, NOW).writeItems(chunk);
        }
        assertThat(holders.left).isEmpty();
        assertThat(holders.freed).hasSize(1234).doesNotHaveDuplicates();
    }

    @Test
    void goesOnBehindItsCheckpoint() {
        holders.add(300);
        var killed = new LeaverReader(holders, KIND, NOW);
        killed.open(null);
        List<Object> committed = read(killed, 50);
        var checkpoint = killed.checkpointInfo();
        // read, but never written and no checkpoint taken
        read(killed, 50);

        var restarted = new LeaverReader(holders, KIND, NOW);
        restarted.open(checkpoint);

        assertThat(read(restarted, 1000)).hasSize(250).doesNotContainAnyElementsOf(committed);
    }

    private static List<Object> read(LeaverReader reader, int most) {
        var items = new ArrayList<>();
        for (Object item = reader.readItem(); item != null; item = items.size() < most ? reader.readItem() : null) {
            items.add(item);
        }
        return items;
    }

    /** Those who left with a number, in memory. */
    private static final class Holders extends GraceEnd {
        private final TreeMap<String, Leaver> left = new TreeMap<>();
        private final List<String> freed = new ArrayList<>();

        void add(int count) {
            IntStream.range(0, count).forEach(i -> {
                String id = "p%05d".formatted(i);
                left.put(id, new Leaver(NOW.minusSeconds(10_000), id));
            });
        }

        @Override
        public List<Leaver> due(ServiceKind kind, Instant now, Leaver after, int most) {
            assertThat(now).isEqualTo(NOW);
            return left.tailMap(after.personId(), false).values().stream()
                    .limit(most)
                    .toList();
        }

        @Override
        public void free(ServiceKind kind, Instant now, List<String> personIds) {
            left.keySet().removeAll(personIds);
            freed.addAll(personIds);
        }
    }
}
