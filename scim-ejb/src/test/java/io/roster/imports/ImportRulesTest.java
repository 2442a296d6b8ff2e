package io.roster.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.imports.ImportRefused.Reason;
import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.TestDatabase;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Settings of the import as administrators read and save them. */
@OnEachDatabase
class ImportRulesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String EMAIL = "emails[type eq \"work\"].value";

    @Parameter
    TestDatabase database;

    private AskedRules rules;
    private long events;

    @BeforeEach
    void remember() {
        rules = new AskedRules(database);
        events = rules.events().size();
    }

    @Test
    void aNewRosterImportsNothingByItselfAndMapsWhatOktaHas() {
        StoredRules fresh = rules.stored();
        assertThat(fresh.settings())
                .isEqualTo(new ImportSettings(
                        0,
                        false,
                        null,
                        "0 2 * * *",
                        "0 * * * *",
                        ZoneId.of("UTC"),
                        UserNameFormat.OKTA_USERNAME,
                        null,
                        List.of("userName"),
                        false,
                        true,
                        false,
                        false,
                        20,
                        20));
        assertThat(fresh.mappings())
                .hasSize(7)
                .element(3)
                .isEqualTo(new AttributeMapping(EMAIL, "user.email", MappingScope.CREATE_AND_UPDATE));
        assertThat(fresh.saved()).isNull();
        assertThat(fresh.savedBy()).isNull();
    }

    @Test
    void whatIsSavedIsReadAndTold() {
        ImportSettings wanted = new ImportSettings(
                0,
                true,
                " 0oa1 ",
                " 0 3 * * 0 ",
                "*/15 8-18 * * 1-5",
                BERLIN,
                UserNameFormat.EXPRESSION,
                " user.login ",
                List.of("userName", EMAIL, "userName"),
                true,
                false,
                true,
                true,
                null,
                100);
        assertThat(rules.saves(wanted)).isTrue();
        StoredRules saved = rules.stored();
        assertThat(saved.settings())
                .isEqualTo(new ImportSettings(
                        1,
                        true,
                        "0oa1",
                        "0 3 * * 0",
                        "*/15 8-18 * * 1-5",
                        BERLIN,
                        UserNameFormat.EXPRESSION,
                        "user.login",
                        List.of("userName", EMAIL),
                        true,
                        false,
                        true,
                        true,
                        null,
                        100));
        assertThat(saved.savedBy()).isEqualTo("erika");
        assertThat(saved.saved()).isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(rules.lastEvent())
                .startsWith("erika UPDATED ImportRules import-rules ")
                .contains("{\"attribute\":\"appId\",\"after\":\"0oa1\"}")
                .contains("{\"attribute\":\"appThreshold\",\"before\":20}")
                .contains("{\"attribute\":\"exactMatch\",\"before\":[\"userName\"],\"after\":[\"userName\",")
                .doesNotContain("mappings");
    }

    @Test
    void whatIsSavedAgainIsNoEvent() {
        assertThat(rules.saves(rules.stored().settings())).isFalse();
        assertThat(rules.events()).hasSize((int) events);
    }

    @Test
    void whoeverSawAnOlderVersionIsRefused() {
        ImportSettings seen = rules.stored().settings();
        rules.run(asked -> asked.map(seen.version(), null, AskedRules.mapping("nickName", "user.nickName")));
        rules.refused(Reason.CHANGED_MEANWHILE, null, asked -> asked.save(seen));
        rules.refused(Reason.CHANGED_MEANWHILE, null, asked -> asked.unmap(seen.version(), "title"));
        assertThat(rules.stored().mappings()).hasSize(8);
    }

    @Test
    void refusesWhatCannotBe() {
        rules.settingsRefused(Reason.APP_ID, "appId", AskedRules.with("0oa/1", "0 2 * * *", "0 * * * *", true, 20));
        rules.settingsRefused(Reason.APP_MISSING, "appId", AskedRules.with(" ", "0 2 * * *", "0 * * * *", true, 20));
        rules.settingsRefused(Reason.CRON, "fullCron", AskedRules.with("0oa1", "0 2 * *", "0 * * * *", false, 20));
        rules.settingsRefused(Reason.CRON, "fullCron", AskedRules.with("0oa1", "", "0 * * * *", false, 20));
        rules.settingsRefused(
                Reason.CRON, "fullCron", AskedRules.with("0oa1", "0 2 * * *".repeat(20), "0 * * * *", false, 20));
        rules.settingsRefused(
                Reason.CRON, "incrementalCron", AskedRules.with("0oa1", "0 2 * * *", "61 * * * *", false, 20));
        rules.settingsRefused(
                Reason.CRON, "incrementalCron", AskedRules.with("0oa1", "0 2 * * *", "0 0 2 * * ?", false, 20));
        rules.settingsRefused(
                Reason.CRON_NEVER, "fullCron", AskedRules.with("0oa1", "0 2 30 2 *", "0 * * * *", false, 20));
        rules.settingsRefused(
                Reason.CRON_ORDER, "fullCron", AskedRules.with("0oa1", "0 * * * *", "0 2 * * *", false, 20));
        rules.settingsRefused(
                Reason.THRESHOLD, "orgThreshold", AskedRules.with("0oa1", "0 2 * * *", "0 * * * *", false, 0));
        rules.settingsRefused(
                Reason.THRESHOLD, "orgThreshold", AskedRules.with("0oa1", "0 2 * * *", "0 * * * *", false, 101));
        rules.settingsRefused(Reason.MATCH_NONE, "exactMatch", AskedRules.matching(List.of()));
        rules.settingsRefused(
                Reason.MATCH_UNMAPPED, "exactMatch", AskedRules.matching(List.of("userName", "nickName")));
        rules.settingsRefused(Reason.EXPRESSION, "userNameExpression", AskedRules.named("user."));
        rules.settingsRefused(Reason.EXPRESSION, "userNameExpression", AskedRules.named(null));
        rules.refused(Reason.ZONE, "zone", asked -> asked.zone("Europe/Atlantis"));
        ZoneId zone = rules.ask(asked -> asked.zone(" Europe/Berlin "));
        assertThat(zone).isEqualTo(BERLIN);
        assertThat(rules.events()).hasSize((int) events);
    }

    @Test
    void theSameFrequencyIsNotMoreOften() {
        assertThat(rules.saves(AskedRules.with("0oa1", "30 * * * *", "0 * * * *", false, 20)))
                .isTrue();
    }

    @Test
    void timesThatComeNext() {
        List<Instant> next = rules.next("30 4 * * *", BERLIN, 3);
        assertThat(next).hasSize(3).isSorted().allSatisfy(time -> {
            assertThat(time.atZone(BERLIN).getHour()).isEqualTo(4);
            assertThat(time.atZone(BERLIN).getMinute()).isEqualTo(30);
        });
        assertThat(rules.next("0 0 30 2 *", BERLIN, 3)).isEmpty();
        assertThat(rules.next("nonsense", BERLIN, 3)).isEmpty();
    }
}
