package io.roster.system.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.Answer;
import io.roster.system.Names;
import io.roster.system.RunningRoster;
import io.roster.system.Samples;
import io.roster.system.ScimClient;
import io.roster.system.SharedRoster;
import io.roster.system.Tables;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a token may do and for how long, on two servers that share one database. */
class TokensIT {
    private static RunningRoster first;
    private static RunningRoster second;
    private static Tables tables;

    @BeforeAll
    static void twoServers() {
        first = SharedRoster.POSTGRESQL.server();
        second = SharedRoster.second();
        tables = Tables.ofShared();
    }

    private static ScimClient client(RunningRoster server, String secret) {
        return server.client().with("Authorization", "Bearer " + secret);
    }

    @Test
    void aTokenToReadMayNotWrite() {
        ScimClient reader = client(first, Tokens.issue(tables, "READ", null));
        Answer ada =
                first.client().post("/Users", Samples.user(Names.unique("ada"))).is(201);
        Answer group = first.client()
                .post("/Groups", Samples.group(Names.unique("Group")))
                .is(201);
        for (String path : new String[] {"/Users/" + ada.id(), "/Groups/" + group.id()}) {
            Answer before = reader.get(path).is(200);
            reader.put(path, before.text()).is(403);
            reader.patch(path, "{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"x\"}")
                    .is(403);
            reader.delete(path).is(403);
            assertThat(reader.get(path).is(200).json()).isEqualTo(before.json());
        }
        reader.post("/Users", Samples.user(Names.unique("eve"))).is(403);
        reader.post("/Groups", Samples.group(Names.unique("Group"))).is(403);
        reader.get("/Users?count=1").is(200);
        reader.get("/Schemas").is(200);
    }

    @Test
    void anExpiredTokenIsRefusedWithItsDate() {
        String secret = Tokens.issue(tables, "WRITE", Duration.ofHours(1));
        client(first, secret).get("/Users?count=1").is(200);
        Tokens.expire(tables, secret);
        assertThat(client(first, secret).get("/Users?count=1").is(401).at("/detail"))
                .contains("expired");
        client(second, secret).get("/Users?count=1").is(401);
    }

    @Test
    void aRevocationHoldsAtOnceOnEveryServer() {
        String secret = Tokens.issue(tables, "WRITE", null);
        String other = Tokens.issue(tables, "WRITE", null);
        for (RunningRoster server : new RunningRoster[] {first, second, first, second}) {
            client(server, secret).get("/Users?count=1").is(200);
        }
        Tokens.revoke(tables, secret);
        client(second, secret).get("/Users?count=1").is(401);
        client(first, secret).get("/Users?count=1").is(401);
        client(second, secret)
                .post("/Users", Samples.user(Names.unique("late")))
                .is(401);
        client(first, other).get("/Users?count=1").is(200);
    }

    @Test
    void whatOneServerStoredTheOtherReads() {
        Answer created =
                first.client().post("/Users", Samples.user(Names.unique("ada"))).is(201);
        String path = "/Users/" + created.id();
        assertThat(second.client().get(path).is(200).at("/userName")).isEqualTo(created.at("/userName"));
        Answer changed = second.client()
                .with("If-Match", created.header("ETag").orElseThrow())
                .patch(path, "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Chief\"}")
                .is(200);
        assertThat(first.client().get(path).header("ETag")).isEqualTo(changed.header("ETag"));
        first.client()
                .with("If-Match", created.header("ETag").orElseThrow())
                .delete(path)
                .is(412);
    }

    @Test
    void theServersGiveDiscoveryTheSameVersions() {
        for (String path :
                new String[] {"/ServiceProviderConfig", "/ResourceTypes/User", "/Schemas/" + Samples.USER_SCHEMA}) {
            assertThat(second.client().get(path).is(200).header("ETag"))
                    .isPresent()
                    .isEqualTo(first.client().get(path).header("ETag"));
        }
    }

    @Test
    void theLastUseIsNoted() throws InterruptedException {
        String secret = Tokens.issue(tables, "READ", null);
        long before = System.currentTimeMillis();
        client(first, secret).get("/Users?count=1").is(200);
        Object used = null;
        for (int i = 0; i < 300 && used == null; i++) {
            Thread.sleep(100);
            used = tables.rows("select last_used_at from api_token where secret_hash = ?", Tokens.hash(secret))
                    .get(0)
                    .get("last_used_at");
        }
        assertThat((Long) used).isBetween(before, System.currentTimeMillis());
    }

    @Test
    void noTableHoldsASecret() {
        String secret = Tokens.issue(tables, "WRITE", null);
        ScimClient client = client(first, secret);
        String path = "/Users/"
                + client.post("/Users", Samples.user(Names.unique("ada")))
                        .is(201)
                        .id();
        client.patch(path, "{\"op\":\"replace\",\"value\":{\"password\":\"Pa55-in-the-clear\"}}")
                .is(200);
        client.with("Authorization", secret + "-wrong").get("/Users").is(401);
        client.patch(path, "{\"op\":\"replace\",\"path\":\"pass\",\"value\":\"Pa55-in-the-clear\"}")
                .is(400);
        assertThat(tables.thatContain(secret)).isEmpty();
        assertThat(tables.thatContain(RunningRoster.TOKEN)).isEmpty();
        assertThat(tables.thatContain(RunningRoster.ADMIN_PASSWORD)).isEmpty();
        assertThat(tables.thatContain("Pa55-in-the-clear")).isEmpty();
        assertThat(first.log()).doesNotContain(secret, RunningRoster.TOKEN, "Pa55-in-the-clear");
    }
}
