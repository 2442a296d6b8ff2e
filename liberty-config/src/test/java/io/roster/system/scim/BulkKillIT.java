package io.roster.system.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.system.Answer;
import io.roster.system.RunningRoster;
import io.roster.system.ScimClient;
import io.roster.system.SharedRoster;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The server is killed in the middle of a bulk request: what it did until then is whole, and can be told from the rest. */
class BulkKillIT {
    private static final int PEOPLE = 1000;
    private static final int UNTIL_KILLED = 100;

    @ParameterizedTest
    @EnumSource(SharedRoster.class)
    void eachOperationIsDoneOrNot(SharedRoster database) {
        RunningRoster roster = database.toKill();
        int others = total(roster.client());
        String body = Bulk.request(IntStream.range(0, PEOPLE)
                .mapToObj(i -> Bulk.user("u" + i, "u" + i + "@bulk.example"))
                .toArray(String[]::new));
        CompletableFuture<Void> killer =
                CompletableFuture.runAsync(() -> killWhenThereAre(others + UNTIL_KILLED, roster));
        assertThatThrownBy(() -> roster.client().post("/Bulk", body)).isInstanceOf(UncheckedIOException.class);
        killer.join();
        ScimClient client = roster.start().client();
        int done = people(client, "userName ew \"@bulk.example\"");
        assertThat(done).isBetween(UNTIL_KILLED, PEOPLE - 1);
        // Their index rows and the count that is kept belong to the same transactions.
        assertThat(people(client, "emails[type eq \"work\" and value ew \"@bulk.example\"]"))
                .isEqualTo(done);
        assertThat(total(client)).isEqualTo(others + done);
        Answer again = client.post("/Bulk", body).is(200);
        assertThat(Collections.frequency(Bulk.statuses(again), "409")).isEqualTo(done);
        assertThat(Collections.frequency(Bulk.statuses(again), "201")).isEqualTo(PEOPLE - done);
        assertThat(total(client)).isEqualTo(others + PEOPLE);
    }

    private static int total(ScimClient client) {
        return client.get("/Users?count=0").total();
    }

    private static int people(ScimClient client, String filter) {
        return client.get("/Users?count=0&filter=" + ScimClient.encode(filter)).total();
    }

    private static void killWhenThereAre(int people, RunningRoster roster) {
        ScimClient client = roster.client();
        while (total(client) < people) {
            Thread.onSpinWait();
        }
        roster.kill();
    }
}
