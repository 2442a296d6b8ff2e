package io.roster.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.roster.audit.AuditEvent;
import io.roster.imports.ImportRefused.Reason;
import io.roster.imports.UserLookup.Found;
import io.roster.imports.UserLookup.Problem;
import io.roster.persistence.Documents;
import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.TestDatabase;
import jakarta.ejb.SessionContext;
import jakarta.json.JsonObject;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Settings and mappings as administrators read and save them. */
@OnEachDatabase
class ImportRulesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String EMAIL = "emails[type eq \"work\"].value";

    @Parameter
    TestDatabase database;

    private long events;

    @BeforeEach
    void remember() {
        events = events().size();
    }

    @Test
    void aNewRosterImportsNothingByItselfAndMapsWhatOktaHas() {
        StoredRules fresh = stored();
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
        assertThat(saves(wanted)).isTrue();
        StoredRules saved = stored();
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
        assertThat(lastEvent())
                .startsWith("erika UPDATED ImportRules import-rules ")
                .contains("{\"attribute\":\"appId\",\"after\":\"0oa1\"}")
                .contains("{\"attribute\":\"appThreshold\",\"before\":20}")
                .contains("{\"attribute\":\"exactMatch\",\"before\":[\"userName\"],\"after\":[\"userName\",")
                .doesNotContain("mappings");
    }

    @Test
    void whatIsSavedAgainIsNoEvent() {
        assertThat(saves(stored().settings())).isFalse();
        assertThat(events()).hasSize((int) events);
    }

    @Test
    void whoeverSawAnOlderVersionIsRefused() {
        ImportSettings seen = stored().settings();
        run(rules -> rules.map(seen.version(), null, mapping("nickName", "user.nickName")));
        refused(Reason.CHANGED_MEANWHILE, null, rules -> rules.save(seen));
        refused(Reason.CHANGED_MEANWHILE, null, rules -> rules.unmap(seen.version(), "title"));
        assertThat(stored().mappings()).hasSize(8);
    }

    @Test
    void refusesWhatCannotBe() {
        settingsRefused(Reason.APP_ID, "appId", with("0oa/1", "0 2 * * *", "0 * * * *", true, 20));
        settingsRefused(Reason.APP_MISSING, "appId", with(" ", "0 2 * * *", "0 * * * *", true, 20));
        settingsRefused(Reason.CRON, "fullCron", with("0oa1", "0 2 * *", "0 * * * *", false, 20));
        settingsRefused(Reason.CRON, "fullCron", with("0oa1", "", "0 * * * *", false, 20));
        settingsRefused(Reason.CRON, "fullCron", with("0oa1", "0 2 * * *".repeat(20), "0 * * * *", false, 20));
        settingsRefused(Reason.CRON, "incrementalCron", with("0oa1", "0 2 * * *", "61 * * * *", false, 20));
        settingsRefused(Reason.CRON, "incrementalCron", with("0oa1", "0 2 * * *", "0 0 2 * * ?", false, 20));
        settingsRefused(Reason.CRON_NEVER, "fullCron", with("0oa1", "0 2 30 2 *", "0 * * * *", false, 20));
        settingsRefused(Reason.CRON_ORDER, "fullCron", with("0oa1", "0 * * * *", "0 2 * * *", false, 20));
        settingsRefused(Reason.THRESHOLD, "orgThreshold", with("0oa1", "0 2 * * *", "0 * * * *", false, 0));
        settingsRefused(Reason.THRESHOLD, "orgThreshold", with("0oa1", "0 2 * * *", "0 * * * *", false, 101));
        settingsRefused(Reason.MATCH_NONE, "exactMatch", matching(List.of()));
        settingsRefused(Reason.MATCH_UNMAPPED, "exactMatch", matching(List.of("userName", "nickName")));
        settingsRefused(Reason.EXPRESSION, "userNameExpression", named("user."));
        settingsRefused(Reason.EXPRESSION, "userNameExpression", named(null));
        refused(Reason.ZONE, "zone", rules -> rules.zone("Europe/Atlantis"));
        ZoneId zone = ask(rules -> rules.zone(" Europe/Berlin "));
        assertThat(zone).isEqualTo(BERLIN);
        assertThat(events()).hasSize((int) events);
    }

    @Test
    void theSameFrequencyIsNotMoreOften() {
        assertThat(saves(with("0oa1", "30 * * * *", "0 * * * *", false, 20))).isTrue();
    }

    @Test
    void mappingsAreAddedChangedMovedAndRemoved() {
        run(rules -> rules.map(0, null, mapping("NAME.middlename", " user.middleName ")));
        assertThat(lastEvent())
                .contains("\"attribute\":\"mappings.name.middleName\",\"after\":{\"expression\":\"user.middleName\"")
                .doesNotContain("order");
        run(rules ->
                rules.map(1, "title", new AttributeMapping("nickName", "user.title + \"!\"", MappingScope.CREATE)));
        run(rules -> rules.move(2, "name.middleName", -1));
        assertThat(lastEvent()).contains("\"attribute\":\"order\"").doesNotContain("mappings");
        run(rules -> rules.move(3, "name.givenName", -1));
        run(rules -> rules.unmap(4, "displayName"));
        run(rules -> rules.unmap(5, "displayName"));
        List<AttributeMapping> mappings = stored().mappings();
        assertThat(mappings)
                .extracting(mapping -> mapping.attrPath().replaceFirst(".*User:", ""))
                .containsExactly(
                        "name.givenName",
                        "name.familyName",
                        EMAIL,
                        "nickName",
                        "department",
                        "name.middleName",
                        "employeeNumber");
        assertThat(mappings.get(3))
                .isEqualTo(new AttributeMapping("nickName", "user.title + \"!\"", MappingScope.CREATE));
    }

    @Test
    void aSwapOfNeighboursIsOneMove() {
        run(rules -> rules.move(0, "name.givenName", 1));
        assertThat(stored().mappings())
                .extracting(AttributeMapping::attrPath)
                .startsWith("name.familyName", "name.givenName", "displayName");
    }

    @Test
    void refusesMappingsThatCannotBe() {
        refused(Reason.ATTRIBUTE_TWICE, "attrPath", rules -> rules.map(0, null, mapping("TITLE", "user.title")));
        refused(Reason.ATTRIBUTE_RESERVED, "attrPath", rules -> rules.map(0, null, mapping("userName", "user.login")));
        refused(Reason.ATTRIBUTE_UNKNOWN, "attrPath", rules -> rules.map(0, null, mapping("tittle", "user.title")));
        refused(Reason.EXPRESSION, "expression", rules -> rules.map(0, null, mapping("nickName", "T(Runtime)")));
        refused(Reason.MAPPING_GONE, null, rules -> rules.map(0, "nickName", mapping("nickName", "user.x")));
        refused(Reason.MAPPING_GONE, null, rules -> rules.move(0, "nickName", 1));
        run(rules -> rules.save(matching(List.of(EMAIL))));
        refused(Reason.MAPPING_NEEDED, null, rules -> rules.unmap(1, EMAIL));
        refused(Reason.MAPPING_NEEDED, null, rules -> rules.map(1, EMAIL, mapping("nickName", "user.email")));
        assertThat(stored().mappings()).hasSize(7);
    }

    @Test
    void timesThatComeNext() {
        List<Instant> next = next("30 4 * * *", BERLIN, 3);
        assertThat(next).hasSize(3).isSorted().allSatisfy(time -> {
            assertThat(time.atZone(BERLIN).getHour()).isEqualTo(4);
            assertThat(time.atZone(BERLIN).getMinute()).isEqualTo(30);
        });
        assertThat(next("0 0 30 2 *", BERLIN, 3)).isEmpty();
        assertThat(next("nonsense", BERLIN, 3)).isEmpty();
    }

    @Test
    void triesEachAttributeByItself() {
        MappingTrial trial = ask(rules -> rules.tryOut(
                " ada@acme.example ",
                named("user.login.substringBefore('@')"),
                List.of(
                        mapping("displayName", "user.firstName"),
                        mapping("title", "user.title"),
                        mapping("locale", "user.level - user.firstName"),
                        mapping("nothing", "user.login"),
                        mapping("nickName", "user."))));
        assertThat(trial.login()).isEqualTo("ada@acme.example");
        assertThat(trial.problem()).isNull();
        assertThat(trial.outcomes())
                .extracting(MappingTrial.Outcome::attrPath, MappingTrial.Outcome::value)
                .containsExactly(
                        tuple("userName", "ada"),
                        tuple("displayName", "Ada"),
                        tuple("title", null),
                        tuple("locale", null),
                        tuple("nothing", null),
                        tuple("nickName", null));
        assertThat(trial.outcomes().get(3).problem().expression().position()).isEqualTo(12);
        assertThat(trial.outcomes().get(4).refusal().reason()).isEqualTo(Reason.ATTRIBUTE_UNKNOWN);
        assertThat(trial.outcomes().get(5).refusal().reason()).isEqualTo(Reason.EXPRESSION);
        MappingTrial nobody = ask(rules -> rules.tryOut("nobody", named("user.login"), List.of()));
        assertThat(nobody).isEqualTo(new MappingTrial(null, Problem.NOBODY, "said", List.of()));
    }

    private static AttributeMapping mapping(String attrPath, String expression) {
        return new AttributeMapping(attrPath, expression, MappingScope.CREATE_AND_UPDATE);
    }

    private static ImportSettings with(String app, String full, String incremental, boolean on, Integer org) {
        return new ImportSettings(
                0,
                on,
                app,
                full,
                incremental,
                ZoneOffset.UTC,
                UserNameFormat.EMAIL,
                null,
                List.of("userName"),
                false,
                true,
                false,
                false,
                20,
                org);
    }

    private static ImportSettings matching(List<String> attrPaths) {
        return new ImportSettings(
                0,
                false,
                null,
                "0 2 * * *",
                "0 * * * *",
                ZoneId.of("UTC"),
                UserNameFormat.EMAIL,
                null,
                attrPaths,
                false,
                true,
                false,
                false,
                20,
                20);
    }

    private static ImportSettings named(String expression) {
        return new ImportSettings(
                0,
                false,
                null,
                "0 2 * * *",
                "0 * * * *",
                ZoneId.of("UTC"),
                UserNameFormat.EXPRESSION,
                expression,
                List.of("userName"),
                false,
                true,
                false,
                false,
                20,
                20);
    }

    private void settingsRefused(Reason reason, String field, ImportSettings settings) {
        refused(reason, field, rules -> rules.save(settings));
    }

    private void refused(Reason reason, String field, Consumer<ImportRules> change) {
        assertThatThrownBy(() -> run(change)).isInstanceOfSatisfying(ImportRefused.class, refused -> {
            assertThat(refused.reason()).as(refused.getMessage()).isEqualTo(reason);
            assertThat(refused.field()).isEqualTo(field);
            assertThat(refused.getMessage()).doesNotContain("%s").endsWith(".");
        });
    }

    private StoredRules stored() {
        return ask(ImportRules::read);
    }

    private boolean saves(ImportSettings settings) {
        return ask(rules -> rules.save(settings));
    }

    private List<Instant> next(String cron, ZoneId zone, int count) {
        return ask(rules -> rules.next(cron, zone, count));
    }

    private void run(Consumer<ImportRules> change) {
        ask(rules -> {
            change.accept(rules);
            return null;
        });
    }

    private <T> T ask(Function<ImportRules, T> call) {
        Principal erika = () -> "erika";
        Object session = Proxy.newProxyInstance(
                SessionContext.class.getClassLoader(),
                new Class<?>[] {SessionContext.class},
                (proxy, method, arguments) -> erika);
        UserLookup lookup = (app, login) ->
                login.equals("ada@acme.example") ? new Found(ADA, null, null) : new Found(null, Problem.NOBODY, "said");
        return database.inTransaction(entities -> call.apply(database.boundaries(entities)
                .with(SessionContext.class, (SessionContext) session)
                .with(UserLookup.class, lookup)
                .get(ImportRules.class)));
    }

    private static final FetchedUser ADA = new FetchedUser(
            "00u1",
            "ACTIVE",
            "PROVISIONED",
            null,
            "ada@app.example",
            Documents.parse("{\"login\": \"ada@acme.example\", \"firstName\": \"Ada\", \"level\": 7}"),
            JsonObject.EMPTY_JSON_OBJECT);

    private String lastEvent() {
        List<String> all = events();
        return all.get(all.size() - 1);
    }

    private List<String> events() {
        return database.inTransaction(entities ->
                entities
                        .createQuery("select e from AuditEvent e order by e.id", AuditEvent.class)
                        .getResultList()
                        .stream()
                        .map(event -> event.getActorName() + " " + event.getAction() + " " + event.getResourceType()
                                + " " + event.getResourceId() + " " + event.getChanges())
                        .toList());
    }
}
