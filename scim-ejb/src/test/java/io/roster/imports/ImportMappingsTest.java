package io.roster.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.roster.imports.ImportRefused.Reason;
import io.roster.imports.UserLookup.Problem;
import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Mappings as administrators add, change, move, remove and try them. */
@OnEachDatabase
class ImportMappingsTest {

    private static final String EMAIL = "emails[type eq \"work\"].value";

    @Parameter
    TestDatabase database;

    private AskedRules rules;

    @BeforeEach
    void administrator() {
        rules = new AskedRules(database);
    }

    @Test
    void mappingsAreAddedChangedMovedAndRemoved() {
        rules.run(asked -> asked.map(0, null, AskedRules.mapping("NAME.middlename", " user.middleName ")));
        assertThat(rules.lastEvent())
                .contains("\"attribute\":\"mappings.name.middleName\",\"after\":{\"expression\":\"user.middleName\"")
                .doesNotContain("order");
        rules.run(asked ->
                asked.map(1, "title", new AttributeMapping("nickName", "user.title + \"!\"", MappingScope.CREATE)));
        rules.run(asked -> asked.move(2, "name.middleName", -1));
        assertThat(rules.lastEvent()).contains("\"attribute\":\"order\"").doesNotContain("mappings");
        rules.run(asked -> asked.move(3, "name.givenName", -1));
        rules.run(asked -> asked.unmap(4, "displayName"));
        rules.run(asked -> asked.unmap(5, "displayName"));
        List<AttributeMapping> mappings = rules.stored().mappings();
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
        rules.run(asked -> asked.move(0, "name.givenName", 1));
        assertThat(rules.stored().mappings())
                .extracting(AttributeMapping::attrPath)
                .startsWith("name.familyName", "name.givenName", "displayName");
    }

    @Test
    void refusesMappingsThatCannotBe() {
        rules.refused(
                Reason.ATTRIBUTE_TWICE,
                "attrPath",
                asked -> asked.map(0, null, AskedRules.mapping("TITLE", "user.title")));
        rules.refused(
                Reason.ATTRIBUTE_RESERVED,
                "attrPath",
                asked -> asked.map(0, null, AskedRules.mapping("userName", "user.login")));
        rules.refused(
                Reason.ATTRIBUTE_UNKNOWN,
                "attrPath",
                asked -> asked.map(0, null, AskedRules.mapping("tittle", "user.title")));
        rules.refused(
                Reason.EXPRESSION,
                "expression",
                asked -> asked.map(0, null, AskedRules.mapping("nickName", "T(Runtime)")));
        rules.refused(
                Reason.MAPPING_GONE, null, asked -> asked.map(0, "nickName", AskedRules.mapping("nickName", "user.x")));
        rules.refused(Reason.MAPPING_GONE, null, asked -> asked.move(0, "nickName", 1));
        rules.run(asked -> asked.save(AskedRules.matching(List.of(EMAIL))));
        rules.refused(Reason.MAPPING_NEEDED, null, asked -> asked.unmap(1, EMAIL));
        rules.refused(
                Reason.MAPPING_NEEDED,
                null,
                asked -> asked.map(1, EMAIL, AskedRules.mapping("nickName", "user.email")));
        assertThat(rules.stored().mappings()).hasSize(7);
    }

    @Test
    void triesEachAttributeByItself() {
        MappingTrial trial = rules.ask(asked -> asked.tryOut(
                " ada@acme.example ",
                AskedRules.named("user.login.substringBefore('@')"),
                List.of(
                        AskedRules.mapping("displayName", "user.firstName"),
                        AskedRules.mapping("title", "user.title"),
                        AskedRules.mapping("locale", "user.level - user.firstName"),
                        AskedRules.mapping("nothing", "user.login"),
                        AskedRules.mapping("nickName", "user."))));
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
        MappingTrial nobody = rules.ask(asked -> asked.tryOut("nobody", AskedRules.named("user.login"), List.of()));
        assertThat(nobody).isEqualTo(new MappingTrial(null, Problem.NOBODY, "said", List.of()));
    }
}
