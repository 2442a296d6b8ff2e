package io.roster.system.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.Answer;
import io.roster.system.Names;
import io.roster.system.RunningRoster;
import io.roster.system.Samples;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the environment variables do, and what a wrong one does: of those that Liberty itself uses too. All others are
 * refused at the same place, which SettingsTest shows.
 */
class StartIT {
    @ParameterizedTest
    @CsvSource({"ROSTER_DB_URL,jdbc:oracle:thin:@localhost:1521", "ROSTER_HTTP_PORT,ninety"})
    void aWrongValueStopsTheStartWithASentence(String variable, String value) {
        String log =
                RunningRoster.named("wrong-" + variable).with(variable, value).startAndEnd();
        assertThat(log).containsPattern("Roster does not start\\. " + variable + "[ (].* must ");
        assertThat(log).doesNotContain("\tat io.roster", RunningRoster.TOKEN, RunningRoster.ADMIN_PASSWORD);
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNamed() {
        String log = RunningRoster.named("no-database")
                .with("ROSTER_DB_URL", "jdbc:postgresql://127.0.0.1:1/roster")
                .with("ROSTER_DB_USER", "roster")
                .with("ROSTER_DB_PASSWORD", "unused")
                .startAndEnd();
        assertThat(log).contains("Roster does not start.", "ROSTER_DB_URL");
    }

    @Test
    void theFirstPasswordIsPrintedOnceAndTheDataStay() {
        RunningRoster roster = RunningRoster.named("first-start")
                .with("ROSTER_BOOTSTRAP_ADMIN_PASSWORD", null)
                .with("ROSTER_PUBLIC_URL", "https://roster.example/base");
        try (roster) {
            roster.start();
            Answer created = roster.client().post("/Users", Samples.user(Names.unique("ada")));
            assertThat(created.is(201).at("/meta/location"))
                    .isEqualTo("https://roster.example/base/scim/v2/Users/" + created.id());
            assertThat(roster.client().get("/Users").header("Server")).isEmpty();
            roster.close();
            roster.start();
            assertThat(roster.client().get("/Users/" + created.id()).is(200).json())
                    .isEqualTo(created.json());
            assertThat(Pattern.compile("Password +\\S{12,}")
                            .matcher(roster.log())
                            .results())
                    .hasSize(1);
            assertThat(roster.log()).contains("Roster is ready.", "/admin/", "/scim/v2");
        }
    }
}
