package io.roster.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.imports.ImportRefused.Reason;
import io.roster.persistence.Documents;
import io.roster.scim.schema.AttributeDefinition;
import io.roster.scim.schema.AttributeDefinition.Mutability;
import io.roster.scim.schema.AttributeDefinition.Returned;
import io.roster.scim.schema.AttributeDefinition.Type;
import io.roster.scim.schema.AttributeDefinition.Uniqueness;
import io.roster.scim.schema.ResourceType;
import io.roster.scim.schema.SchemaRegistry;
import jakarta.json.JsonObject;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonMappingTest {

    private static final String CUSTOM = SchemaRegistry.CUSTOM_USER;
    private static final ResourceType USER = SchemaRegistry.standard()
            .with(
                    List.of(
                            own("desk", Type.STRING, false),
                            own("floor", Type.INTEGER, false),
                            own("share", Type.DECIMAL, false),
                            own("remote", Type.BOOLEAN, false),
                            own("hired", Type.DATETIME, false),
                            own("site", Type.REFERENCE, false),
                            own("skills", Type.STRING, true),
                            own("scores", Type.INTEGER, true)),
                    List.of())
            .user();

    private static AttributeDefinition own(String name, Type type, boolean multiValued) {
        return new AttributeDefinition(
                name,
                type,
                multiValued,
                "",
                false,
                List.of(),
                true,
                Mutability.READWRITE,
                Returned.DEFAULT,
                Uniqueness.NONE,
                List.of(),
                List.of(),
                false);
    }

    private static final JsonObject PROFILE = Documents.parse("""
            {"login": "ada@acme.example", "email": "Ada@Acme.example", "firstName": "Ada", "lastName": "Lovelace",
             "mobilePhone": "+1 415 555 0137", "level": 7, "ratio": 1.50, "remote": true, "teams": ["b", "a", "b"],
             "hired": "2020-02-29", "blank": "", "long": "%s"}""".formatted("x".repeat(300)));

    @ParameterizedTest
    @CsvSource({
        "OKTA_USERNAME, , ada@app.example",
        "EMAIL, , Ada@Acme.example",
        "EXPRESSION, 'String.substringBefore(user.login, \"@\")', ada",
        "EXPRESSION, source.userName, ada@app.example",
        "EXPRESSION, '\"  \" + user.firstName + \" \"', Ada",
    })
    void userNames(UserNameFormat format, String expression, String userName) {
        MappedPerson person =
                PersonMapping.of(settings(format, expression), List.of(), USER).map(user("ACTIVE", PROFILE));
        assertThat(person.userName()).hasValue(userName);
        assertThat(person.text("username")).hasValue(userName);
        assertThat(person.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "EXPRESSION, user.nickName, yields no userName",
        "EXPRESSION, '\" \"', yields no userName",
        "EXPRESSION, user.level, yields no userName",
        "EXPRESSION, user.long, longer than 255 characters",
        "EXPRESSION, 'user.login - 1', needs a number",
    })
    void userNamesThatAreNone(UserNameFormat format, String expression, String problem) {
        MappedPerson person =
                PersonMapping.of(settings(format, expression), List.of(), USER).map(user("ACTIVE", PROFILE));
        assertThat(person.userName()).isEmpty();
        assertThat(person.problems()).singleElement().satisfies(one -> {
            assertThat(one.attrPath()).isEqualTo("userName");
            assertThat(one.sentence()).contains(problem);
        });
        assertThatThrownBy(person::created).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            displayName                                        | user.firstName           | {"displayName":"Ada"}
            name.givenName                                     | user.firstName           | {"name":{"givenName":"Ada"}}
            DISPLAYNAME                                        | user.firstName           | {"displayName":"Ada"}
            title                                              | user.level               | {"title":"7"}
            title                                              | user.remote              | {"title":"true"}
            title                                              | user.nickName            | {}
            title                                              | user.blank               | {}
            emails[type eq "work"].value                       | user.email               | {"emails":[{"type":"work","value":"Ada@Acme.example"}]}
            emails[type eq "work"].value                       | user.nickName            | {}
            emails[primary eq true].value                      | user.email               | {"emails":[{"primary":true,"value":"Ada@Acme.example"}]}
            phoneNumbers[type eq "mobile"].value               | user.mobilePhone         | {"phoneNumbers":[{"type":"mobile","value":"+1 415 555 0137"}]}
            urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department | "Ops" | {"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"Ops"}}
            urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.displayName | "Eve" | {"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"manager":{"displayName":"Eve"}}}
            urn:roster:scim:schemas:extension:custom:2.0:User:desk   | "B12"              | {"urn:roster:scim:schemas:extension:custom:2.0:User":{"desk":"B12"}}
            urn:roster:scim:schemas:extension:custom:2.0:User:floor  | user.level         | {"urn:roster:scim:schemas:extension:custom:2.0:User":{"floor":7}}
            urn:roster:scim:schemas:extension:custom:2.0:User:floor  | " -12 "            | {"urn:roster:scim:schemas:extension:custom:2.0:User":{"floor":-12}}
            urn:roster:scim:schemas:extension:custom:2.0:User:floor  | "12.0"             | {"urn:roster:scim:schemas:extension:custom:2.0:User":{"floor":12}}
            urn:roster:scim:schemas:extension:custom:2.0:User:floor  | 3000               | {"urn:roster:scim:schemas:extension:custom:2.0:User":{"floor":3000}}
            urn:roster:scim:schemas:extension:custom:2.0:User:share  | user.ratio         | {"urn:roster:scim:schemas:extension:custom:2.0:User":{"share":1.5}}
            urn:roster:scim:schemas:extension:custom:2.0:User:remote | "TRUE"             | {"urn:roster:scim:schemas:extension:custom:2.0:User":{"remote":true}}
            urn:roster:scim:schemas:extension:custom:2.0:User:remote | user.level > 8     | {"urn:roster:scim:schemas:extension:custom:2.0:User":{"remote":false}}
            urn:roster:scim:schemas:extension:custom:2.0:User:hired  | user.hired         | {"urn:roster:scim:schemas:extension:custom:2.0:User":{"hired":"2020-02-29T00:00:00Z"}}
            urn:roster:scim:schemas:extension:custom:2.0:User:hired  | "2020-02-29T01:02:03.000Z" | {"urn:roster:scim:schemas:extension:custom:2.0:User":{"hired":"2020-02-29T01:02:03.000Z"}}
            urn:roster:scim:schemas:extension:custom:2.0:User:skills | user.teams         | {"urn:roster:scim:schemas:extension:custom:2.0:User":{"skills":["b","a"]}}
            urn:roster:scim:schemas:extension:custom:2.0:User:skills | "one"              | {"urn:roster:scim:schemas:extension:custom:2.0:User":{"skills":["one"]}}
            urn:roster:scim:schemas:extension:custom:2.0:User:skills | user.nickName      | {}
            urn:roster:scim:schemas:extension:custom:2.0:User:scores | {1,"2"}            | {"urn:roster:scim:schemas:extension:custom:2.0:User":{"scores":[1,2]}}
            """)
    void creates(String attrPath, String expression, String document) {
        JsonObject created = mapped(attrPath, expression).created();
        assertThat(created.getJsonArray("schemas").getString(0)).isEqualTo(SchemaRegistry.USER);
        assertThat(created.getString("userName")).isEqualTo("ada@app.example");
        assertThat(created.getString("externalId")).isEqualTo("00u1");
        assertThat(created.getBoolean("active")).isTrue();
        JsonObject mapped = created;
        for (String other : List.of("schemas", "userName", "externalId", "active")) {
            mapped = Documents.without(mapped, other);
        }
        assertThat(mapped).isEqualTo(Documents.parse(document));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            title                                                    | user.teams    | one value and no list
            displayName                                              | user.long     | longer than 255 characters
            profileUrl                                               | "a b"         | a URI without blanks
            title                                                    | user.level.substring(-1) | a whole number from 0
            urn:roster:scim:schemas:extension:custom:2.0:User:floor  | "1.5"         | a whole number
            urn:roster:scim:schemas:extension:custom:2.0:User:floor  | "third"       | a whole number
            urn:roster:scim:schemas:extension:custom:2.0:User:floor  | "1e999999999" | a whole number
            urn:roster:scim:schemas:extension:custom:2.0:User:share  | "much"        | a number
            urn:roster:scim:schemas:extension:custom:2.0:User:remote | "yes"         | true or false
            urn:roster:scim:schemas:extension:custom:2.0:User:hired  | "yesterday"   | a date with a time
            urn:roster:scim:schemas:extension:custom:2.0:User:hired  | "2021-02-29"  | a date with a time
            urn:roster:scim:schemas:extension:custom:2.0:User:scores | {1,"b"}       | a whole number
            """)
    void saysWhatDoesNotSuit(String attrPath, String expression, String problem) {
        MappedPerson person = mapped(attrPath, expression);
        assertThat(person.problems()).singleElement().satisfies(one -> {
            assertThat(one.attrPath()).isEqualTo(attrPath);
            assertThat(one.sentence()).contains(problem);
        });
        assertThatThrownBy(() -> person.updated(JsonObject.EMPTY_JSON_OBJECT))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'', ATTRIBUTE_UNKNOWN",
        "nothing, ATTRIBUTE_UNKNOWN",
        "name.nothing, ATTRIBUTE_UNKNOWN",
        "emails[type eq \"work\", ATTRIBUTE_UNKNOWN",
        "emails[nothing eq \"work\"].value, ATTRIBUTE_UNKNOWN",
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User, ATTRIBUTE_UNKNOWN",
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:nothing, ATTRIBUTE_UNKNOWN",
        "userName, ATTRIBUTE_RESERVED",
        "USERNAME, ATTRIBUTE_RESERVED",
        "active, ATTRIBUTE_RESERVED",
        "password, ATTRIBUTE_RESERVED",
        "externalId, ATTRIBUTE_RESERVED",
        "id, ATTRIBUTE_RESERVED",
        "schemas, ATTRIBUTE_RESERVED",
        "meta.created, ATTRIBUTE_RESERVED",
        "groups, ATTRIBUTE_RESERVED",
        "groups.value, ATTRIBUTE_RESERVED",
        "urn:roster:scim:schemas:extension:telephony:2.0:User:extension, ATTRIBUTE_RESERVED",
        "urn:roster:scim:schemas:extension:telephony:2.0:User:phoneNumber, ATTRIBUTE_RESERVED",
        "urn:roster:scim:schemas:extension:telephony:2.0:User:licenses, ATTRIBUTE_RESERVED",
        "name, ATTRIBUTE_PARTS",
        "emails, ATTRIBUTE_PARTS",
        "emails.value, ATTRIBUTE_PARTS",
        "emails[type eq \"work\"], ATTRIBUTE_PARTS",
        "emails[type eq \"work\" and primary eq true].value, ATTRIBUTE_FILTER",
        "emails[type co \"work\"].value, ATTRIBUTE_FILTER",
        "emails[not (type eq \"work\")].value, ATTRIBUTE_FILTER",
        "emails[type pr].value, ATTRIBUTE_FILTER",
        "emails[value eq \"a\"].value, ATTRIBUTE_FILTER",
        "urn:roster:scim:schemas:extension:custom:2.0:User:skills[value eq \"a\"], ATTRIBUTE_FILTER",
    })
    void cannotMap(String attrPath, Reason reason) {
        assertThatThrownBy(() -> mapped(attrPath, "user.email"))
                .isInstanceOfSatisfying(ImportRefused.class, refused -> {
                    assertThat(refused.reason()).as(refused.getMessage()).isEqualTo(reason);
                    assertThat(refused.field()).isEqualTo("attrPath");
                    assertThat(refused.getMessage()).doesNotContain("%s").endsWith(".");
                });
    }

    @Test
    void namesTheExpressionThatCannotBeRead() {
        assertThatThrownBy(() -> mapped("title", "user.")).isInstanceOfSatisfying(ImportRefused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Reason.EXPRESSION);
            assertThat(refused)
                    .hasMessage(
                            "The expression for title cannot be used: The expression ends too early (character 5).");
        });
    }

    @Test
    void whatIsMappedAtCreationOnlyStaysAsItIsLater() {
        PersonMapping mapping = mapping(
                new AttributeMapping("title", "\"Agent\"", MappingScope.CREATE),
                new AttributeMapping("displayName", "user.firstName", MappingScope.CREATE_AND_UPDATE));
        JsonObject stored = stored("\"title\": \"Chief\", \"displayName\": \"A.\"");
        MappedPerson person = mapping.map(user("ACTIVE", PROFILE));
        assertThat(person.linked(stored).getString("title")).isEqualTo("Agent");
        assertThat(person.updated(stored).getString("title")).isEqualTo("Chief");
        assertThat(person.differences(stored, person.updated(stored)))
                .containsExactly(new AttributeDifference("displayName", "A.", "Ada"));
    }

    @Test
    void changesNothingWhereNothingDiffers() {
        PersonMapping mapping = mapping(
                update("name.givenName", "user.firstName"),
                update("emails[type eq \"work\"].value", "user.email"),
                update(CUSTOM + ":share", "user.ratio"),
                update(CUSTOM + ":hired", "user.hired"),
                update("nickName", "user.nickName"),
                update("phoneNumbers[type eq \"home\"].value", "user.nickName"));
        JsonObject stored = stored("""
                "name": {"givenName": "Ada", "familyName": "L."},
                "emails": [{"value": "b@acme.example", "type": "home"}, {"value": "Ada@Acme.example", "type": "Work", "primary": true}],
                "%s": {"share": 1.500, "hired": "2020-02-29T00:00:00.000Z"}""".formatted(CUSTOM));
        MappedPerson person = mapping.map(user("ACTIVE", PROFILE));
        assertThat(person.updated(stored)).isSameAs(stored);
        assertThat(person.linked(stored)).isSameAs(stored);
        assertThat(person.differences(stored, stored)).isEmpty();
    }

    @Test
    void clearsWhatHasNoValueAnyMore() {
        PersonMapping mapping = mapping(
                update("title", "user.nickName"),
                update("name.middleName", "user.nickName"),
                update("emails[type eq \"home\"].value", "user.nickName"),
                update("addresses[type eq \"work\"].locality", "user.blank"));
        JsonObject stored = stored("""
                "title": "Chief", "name": {"givenName": "Ada", "middleName": "B."},
                "emails": [{"value": "a@acme.example", "type": "work"}, {"value": "b@acme.example", "type": "home"}],
                "addresses": [{"type": "work", "locality": "London", "country": "GB"}]""");
        JsonObject updated = mapping.map(user("ACTIVE", PROFILE)).updated(stored);
        assertThat(updated).isEqualTo(stored("""
                "name": {"givenName": "Ada"}, "emails": [{"value": "a@acme.example", "type": "work"}],
                "addresses": [{"type": "work", "country": "GB"}]"""));
    }

    @Test
    void whatIsRosterOwnIsNeverTouched() {
        PersonMapping mapping = mapping(
                update("phoneNumbers[type eq \"work\"].value", "\"+1 999\""),
                update("phoneNumbers[type eq \"mobile\"].value", "user.mobilePhone"));
        String telephony = "\"" + SchemaRegistry.TELEPHONY_USER
                + "\": {\"phoneNumber\": \"+4930901820\", \"extension\": \"2137\", \"serviceStatus\": \"active\"}";
        JsonObject stored =
                stored("\"phoneNumbers\": [{\"value\": \"+4930901820\", \"type\": \"work\"}], " + telephony);
        JsonObject updated = mapping.map(user("ACTIVE", PROFILE)).updated(stored);
        assertThat(updated)
                .isEqualTo(stored("\"phoneNumbers\": [{\"value\": \"+4930901820\", \"type\": \"work\"},"
                        + "{\"type\": \"mobile\", \"value\": \"+1 415 555 0137\"}], " + telephony));
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE, true", "SUSPENDED, true", "STAGED, true", "DEPROVISIONED, false"})
    void isActiveAsInOkta(String status, boolean active) {
        JsonObject updated = mapping().map(user(status, PROFILE)).updated(stored(""));
        assertThat(updated.getBoolean("active")).isEqualTo(active);
    }

    @Test
    void linksAndRenames() {
        JsonObject local = Documents.parse("{\"userName\": \"Ada\", \"active\": false}");
        MappedPerson person = mapping().map(user("ACTIVE", PROFILE));
        JsonObject linked = person.linked(local);
        assertThat(linked.getString("externalId")).isEqualTo("00u1");
        assertThat(person.differences(local, linked))
                .containsExactly(
                        new AttributeDifference("userName", "Ada", "ada@app.example"),
                        new AttributeDifference("active", "false", "true"));
    }

    @Test
    void saysTheTextsThatAreComparedWithPeople() {
        MappedPerson person = mapped("emails[type eq \"work\"].value", "user.email");
        assertThat(person.text("emails[type eq \"work\"].value")).hasValue("Ada@Acme.example");
        assertThat(person.text("title")).isEmpty();
    }

    private static MappedPerson mapped(String attrPath, String expression) {
        return mapping(update(attrPath, expression)).map(user("ACTIVE", PROFILE));
    }

    private static AttributeMapping update(String attrPath, String expression) {
        return new AttributeMapping(attrPath, expression, MappingScope.CREATE_AND_UPDATE);
    }

    private static PersonMapping mapping(AttributeMapping... mappings) {
        return PersonMapping.of(settings(UserNameFormat.OKTA_USERNAME, null), Arrays.asList(mappings), USER);
    }

    private static JsonObject stored(String members) {
        return Documents.parse("{\"userName\": \"ada@app.example\", \"externalId\": \"00u1\", \"active\": true"
                + (members.isEmpty() ? "" : ", " + members) + "}");
    }

    private static FetchedUser user(String status, JsonObject profile) {
        return new FetchedUser(
                "00u1", status, "PROVISIONED", null, "ada@app.example", profile, JsonObject.EMPTY_JSON_OBJECT);
    }

    private static ImportSettings settings(UserNameFormat format, String expression) {
        return new ImportSettings(
                0,
                false,
                null,
                "0 2 * * *",
                "0 * * * *",
                ZoneOffset.UTC,
                format,
                expression,
                List.of("userName"),
                false,
                true,
                false,
                false,
                20,
                20);
    }
}
