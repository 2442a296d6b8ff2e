package io.roster.system.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.Answer;
import io.roster.system.Names;
import io.roster.system.OnEachRoster;
import io.roster.system.RunningRoster;
import io.roster.system.Samples;
import io.roster.system.ScimClient;
import io.roster.system.SharedRoster;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** RFC 7644 section 3.7.4: the limits that are announced are those that hold, and what is within them is soon done. */
@OnEachRoster
class BulkLimitsIT {
    /** Okta closes a connection after a minute. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Parameter
    SharedRoster roster;

    ScimClient client;
    String name;
    int maxOperations;
    int maxPayloadSize;

    @BeforeEach
    void limits() {
        client = roster.client();
        name = Names.unique("limit");
        Answer config = client.get("/ServiceProviderConfig").is(200);
        assertThat(config.at("/bulk/supported")).isEqualTo("true");
        maxOperations = config.json().getJsonObject("bulk").getInt("maxOperations");
        maxPayloadSize = config.json().getJsonObject("bulk").getInt("maxPayloadSize");
    }

    private String people(int number) {
        return Bulk.request(IntStream.range(0, number)
                .mapToObj(i -> Bulk.user("u" + i, "p" + i + "." + name))
                .toArray(String[]::new));
    }

    private int made() {
        return client.filter("/Users", "userName ew \"" + name + "\"").total();
    }

    @Test
    void asManyPeopleAsAreAllowedAreSoonMade() {
        String body = people(maxOperations);
        assertThat(body.length()).isLessThan(maxPayloadSize);
        Instant begin = Instant.now();
        Answer answer = client.post("/Bulk", body).is(200);
        Duration took = Duration.between(begin, Instant.now());
        assertThat(took).isLessThan(PATIENCE);
        assertThat(Bulk.statuses(answer)).hasSize(maxOperations).containsOnly("201");
        assertThat(made()).isEqualTo(maxOperations);
        Answer again = client.post("/Bulk", body).is(200);
        assertThat(Bulk.statuses(again)).hasSize(maxOperations).containsOnly("409");
    }

    @Test
    void oneOperationMoreIsTooMany() {
        Answer refused = client.post("/Bulk", people(maxOperations + 1)).is(413);
        assertThat(refused.at("/detail")).contains("maxOperations", "" + maxOperations);
        assertThat(made()).isZero();
    }

    @Test
    void oneByteMoreIsTooLarge() {
        String body = Bulk.request(Bulk.user("a", "a." + name));
        String largest = body + " ".repeat(maxPayloadSize - body.length());
        Answer refused = client.post("/Bulk", largest + " ").is(413);
        assertThat(refused.at("/detail")).contains("maxPayloadSize", "" + maxPayloadSize);
        assertThat(made()).isZero();
        client.post("/Bulk", largest).is(200);
        assertThat(made()).isEqualTo(1);
    }

    @Test
    void aBodyThatDoesNotSayItsLengthIsTooLargeAllTheSame() {
        String body = Bulk.request(Bulk.user("a", "a." + name)) + " ".repeat(maxPayloadSize);
        RawHttp refused = RawHttp.exchange(
                roster.server(),
                "POST /scim/v2/Bulk HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                        + RunningRoster.TOKEN
                        + "\r\nContent-Type: application/scim+json\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n");
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.body()).contains("maxPayloadSize (" + maxPayloadSize);
        assertThat(made()).isZero();
    }

    @Test
    void aGroupOfAllThatWereMadeWithIt() {
        int people = maxOperations - 1;
        String[] operations = new String[maxOperations];
        String[] members = new String[people];
        for (int i = 0; i < people; i++) {
            members[i] = "bulkId:u" + i;
            operations[i + 1] = Bulk.user("u" + i, "p" + i + "." + name);
        }
        operations[0] = Bulk.post("/Groups", "g", Samples.group(name, members));
        Answer answer = client.post("/Bulk", Bulk.request(operations)).is(200);
        assertThat(Bulk.statuses(answer)).hasSize(maxOperations).containsOnly("201");
        assertThat(Members.of(client.get("/Groups/" + Bulk.id(answer, 0)))).hasSize(people);
    }
}
