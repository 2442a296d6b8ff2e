package io.roster.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long somebody is signed in to the console, and what ends it. */
@OnEachDatabase
class LoginsTest {

    @Parameter
    TestDatabase database;

    @BeforeEach
    void twoAdministrators() {
        for (String name : List.of("erika", "max")) {
            password(name, "first");
        }
    }

    @Test
    void itIsKnownAndNothingThatIsStoredOpensIt() {
        String secret = begin("erika");
        assertThat(find(secret)).isEqualTo(new SignedIn("erika", Roles.AUDITOR));
        assertThat(stored("secret_hash")).isNotEqualTo(secret);
        assertThat(find(stored("secret_hash"))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "' or 1=1 --", "\u0000"})
    void whatNobodyHasOpensNothing(String secret) {
        begin("erika");
        assertThat(find(secret)).isNull();
    }

    @Test
    void signingOutEndsThisOneOnly() {
        String office = begin("erika");
        String home = begin("erika");
        database.run(entities -> database.boundary(Logins.class, entities).end(office));
        assertThat(find(office)).isNull();
        assertThat(find(home)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"PT59M,PT59M,true", "PT61M,PT61M,false", "PT1M,PT11H59M,true", "PT1M,PT12H1M,false"})
    void itEndsAfterAnHourWithoutARequestAndAfterTwelveInAnyCase(Duration idle, Duration old, boolean known) {
        String secret = begin("erika");
        set("seen_at", Instant.now().minus(idle));
        set("began_at", Instant.now().minus(old));
        assertThat(find(secret) != null).isEqualTo(known);
        begin("max");
        assertThat(count()).isEqualTo(known ? 2 : 1);
    }

    @Test
    void useKeepsItAndIsWrittenDownOnceAMinute() {
        String secret = begin("erika");
        String before = stored("seen_at");
        find(secret);
        assertThat(stored("seen_at")).isEqualTo(before);
        set("seen_at", Instant.now().minus(Duration.ofMinutes(50)));
        find(secret);
        assertThat(Long.parseLong(stored("seen_at"))).isGreaterThanOrEqualTo(Long.parseLong(before));
    }

    @Test
    void aChangedRoleHoldsAtOnceAndANewPasswordSignsOut() {
        String erika = begin("erika");
        String max = begin("max");
        database.run(entities -> entities.createNativeQuery(
                        "update administrator set role = 'administrator'" + " where user_name = 'erika'")
                .executeUpdate());
        assertThat(find(erika)).isEqualTo(new SignedIn("erika", Roles.ADMINISTRATOR));
        password("erika", "second");
        assertThat(find(erika)).isNull();
        assertThat(find(max)).isNotNull();
    }

    private void password(String name, String hash) {
        database.run(entities ->
                database.boundary(SignInAttempts.class, entities).store(name, Roles.AUDITOR, hash, Instant.now()));
    }

    private String begin(String name) {
        return database.call(Logins.class, logins -> logins.begin(name));
    }

    private SignedIn find(String secret) {
        return database.call(Logins.class, logins -> logins.find(secret)).orElse(null);
    }

    private void set(String column, Instant instant) {
        database.run(entities -> entities.createNativeQuery("update console_login set " + column + " = ?1")
                .setParameter(1, instant.toEpochMilli())
                .executeUpdate());
    }

    private String stored(String column) {
        return database.inTransaction(entities -> entities.createNativeQuery("select " + column + " from console_login")
                .getSingleResult()
                .toString());
    }

    private long count() {
        return database.inTransaction(
                entities -> ((Number) entities.createNativeQuery("select count(*) from console_login")
                                .getSingleResult())
                        .longValue());
    }
}
