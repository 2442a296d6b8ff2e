package io.roster.imports;

import static io.roster.imports.OktaUsers.WORK_EMAIL;
import static io.roster.imports.OktaUsers.json;
import static io.roster.imports.OktaUsers.matchingBy;
import static io.roster.imports.OktaUsers.unassigned;
import static io.roster.imports.OktaUsers.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.roster.scim.protocol.JsonObjects;
import io.roster.scim.schema.ResourceType;
import io.roster.scim.schema.SchemaRegistry;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a user of Okta matches, and what would change: tables of cases. */
class PersonMatchingTest {

    private static final ResourceType TYPE = SchemaRegistry.standard().user();
    private static final List<AttributeMapping> MAPPINGS = List.of(
            new AttributeMapping("name.givenName", "user.firstName", MappingScope.CREATE_AND_UPDATE),
            new AttributeMapping("name.familyName", "user.lastName", MappingScope.CREATE_AND_UPDATE),
            new AttributeMapping(WORK_EMAIL, "user.email", MappingScope.CREATE_AND_UPDATE),
            new AttributeMapping("title", "user.title", MappingScope.CREATE));
    private static final FetchedUser ADA = user("00uADA", "ada@acme.example", "Ada", "Park");

    private static PersonMatching matching(ImportSettings settings) {
        return new PersonMatching(TYPE, settings, new OwnedAttributes(PersonMapping.of(settings, MAPPINGS, TYPE)));
    }

    private static RosterPerson person(String id, String userName, String email, String given, String family) {
        JsonObject document = json("{'schemas':['" + SchemaRegistry.USER + "'],'userName':'" + userName
                + "','name':{'givenName':'" + given + "','familyName':'" + family
                + "'},'emails':[{'type':'home','value':'home@x.example'},{'type':'work','value':'" + email
                + "'}],'title':'Agent','active':true}");
        return new RosterPerson(id, userName, given + " " + family, null, true, document);
    }

    private static RosterPerson linked(RosterPerson person, String oktaId, boolean active) {
        JsonObject document =
                JsonObjects.merge(person.document(), json("{'externalId':'" + oktaId + "','active':" + active + "}"));
        return new RosterPerson(person.id(), person.userName(), person.name(), oktaId, active, document);
    }

    private static Finding unlinked(ImportSettings settings, RosterPerson... people) {
        PersonMatching matching = matching(settings);
        return matching.unlinked(ADA, matching.wanted(ADA), List.of(people));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // exactMatch         | userName         | email            | given | family | kind     | equal
                "userName             | ada@acme.example | x@acme.example   | Eve   | Doe    | EXACT    | userName",
                "userName             | Ada@acme.example | x@acme.example   | Eve   | Doe    | CONFLICT | userName",
                "userName             | a.park           | ada@acme.example | Ada   | Park   | NEW      | -",
                "userName             | a.park           | a.park@x.example | Ada   | Park   | PARTIAL  |"
                        + " name.givenName name.familyName",
                "userName             | a.park           | a.park@x.example | ada   | Park   | NEW      | -",
                "userName             | a.park           | a.park@x.example | Ada   | Parks  | NEW      | -",
                "emails               | a.park           | ada@acme.example | Eve   | Doe    | EXACT    | emails",
                "emails               | a.park           | Ada@acme.example | Eve   | Doe    | NEW      | -",
                "emails               | ada@acme.example | x@acme.example   | Ada   | Park   | CONFLICT | userName",
                "name.familyName,emails | a.park         | ada@acme.example | Eve   | Park   | EXACT    |"
                        + " name.familyName emails",
                "name.familyName,emails | a.park         | ada@acme.example | Eve   | Doe    | NEW      | -",
                "title                | a.park           | x@acme.example   | Eve   | Doe    | NEW      | -",
            })
    void oneWhoIsNotLinked(
            String exact,
            String userName,
            String email,
            String given,
            String family,
            CandidateKind kind,
            String equal) {
        Finding found = unlinked(matchingBy(exact.split(",")), person("p1", userName, email, given, family));
        assertThat(found.kind()).isEqualTo(kind);
        assertThat(found.matches())
                .extracting(match -> String.join(" ", match.equal()))
                .isEqualTo(Stream.ofNullable(equal).toList());
        boolean clear = kind == CandidateKind.EXACT || kind == CandidateKind.PARTIAL;
        assertThat(found.rosterId()).isEqualTo(clear ? "p1" : null);
    }

    @Test
    void severalAreAConflict() {
        Finding found = unlinked(
                matchingBy("emails"),
                person("p2", "two", "ada@acme.example", "A", "B"),
                person("p1", "one", "ada@acme.example", "C", "D"));
        assertThat(found.kind()).isEqualTo(CandidateKind.CONFLICT);
        assertThat(found.rosterId()).isNull();
        assertThat(found.matches()).extracting(CandidateMatch::id).containsExactly("p1", "p2");
    }

    @ParameterizedTest
    @CsvSource({"true,CONFLICT", "false,EXACT"})
    void whoIsLinkedWithAnotherIsNotTakenUnlessTheyHaveLeft(boolean active, CandidateKind kind) {
        RosterPerson other = linked(person("p1", "ada@acme.example", "x@x.example", "A", "B"), "00uOLD", active);
        assertThat(unlinked(matchingBy("userName"), other).kind()).isEqualTo(kind);
    }

    @Test
    void aNamesakeWhoIsLinkedIsNobodyElse() {
        RosterPerson other = linked(person("p1", "a.park", "x@x.example", "Ada", "Park"), "00uOTHER", true);
        assertThat(unlinked(matchingBy("userName"), other).kind()).isEqualTo(CandidateKind.NEW);
    }

    @Test
    void linkingChangesWhatIsMappedAndKeepsTheRest() {
        Finding found = unlinked(matchingBy("userName"), person("p1", "ada@acme.example", "x@x.example", "A", "Park"));
        assertThat(found.differences())
                .contains("\"attribute\":\"name.givenName\",\"before\":\"A\",\"after\":\"Ada\"")
                .contains("\"attribute\":\"externalId\",\"after\":\"00uADA\"")
                .contains("home@x.example")
                .doesNotContain("familyName", "userName");
        assertThat(found.wanted())
                .isEqualTo(
                        json(
                                "{'userName':'ada@acme.example','name':{'givenName':'Ada','familyName':'Park'},"
                                        + "'emails':[{'type':'work','value':'ada@acme.example'}],'title':null,'externalId':'00uADA','active':true}"));
    }

    private static Optional<Finding> linked(FetchedUser user, RosterPerson person, boolean awaited) {
        return matching(matchingBy("userName")).linked(user, person, awaited);
    }

    private static RosterPerson ada(boolean active) {
        return linked(person("p1", "ada@acme.example", "ada@acme.example", "Ada", "Park"), "00uADA", active);
    }

    @Test
    void whatIsAsItShouldBeIsNoCandidate() {
        assertThat(linked(ADA, ada(true), false)).isEmpty();
        assertThat(linked(unassigned(ADA), ada(false), false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, PROVISIONED, true, false, -",
        "SUSPENDED, PROVISIONED, true, false, -",
        "SUSPENDED, PROVISIONED, false, false, -",
        "ACTIVE, PROVISIONED, false, false, REACTIVATE",
        "ACTIVE, PROVISIONED, false, true, -",
        "ACTIVE, UNASSIGNED, true, false, DEACTIVATE",
        "DEPROVISIONED, PROVISIONED, true, false, DEACTIVATE",
        "DEPROVISIONED, PROVISIONED, false, false, -",
        "STAGED, PENDING, true, false, -",
    })
    void oneWhoIsLinkedFollowsTheAssignment(
            String status, String assigned, boolean active, boolean awaited, String kind) {
        FetchedUser user = user("00uADA", status, assigned, "ada@acme.example", "Ada", "Park");
        assertThat(linked(user, ada(active), awaited)
                        .map(found -> found.kind().name())
                        .orElse("-"))
                .isEqualTo(kind);
    }

    @Test
    void whoLeavesLosesNothingButTheirStatus() {
        Finding found = linked(unassigned(ADA), ada(true), false).orElseThrow();
        assertThat(found.wanted()).isEqualTo(json("{'active':false}"));
        assertThat(found.differences()).isEqualTo("[{\"attribute\":\"active\",\"before\":true,\"after\":false}]");
    }

    @Test
    void attributesForCreationAreNotUpdated() {
        FetchedUser renamed = user("00uADA", "ada@acme.example", "Ada", "Stone");
        Finding found = linked(renamed, ada(true), false).orElseThrow();
        assertThat(found.kind()).isEqualTo(CandidateKind.UPDATE);
        assertThat(found.differences())
                .isEqualTo("[{\"attribute\":\"name.familyName\",\"before\":\"Park\",\"after\":\"Stone\"}]");
        assertThat(found.wanted()).doesNotContainKey("title");
    }

    @Test
    void aRefusalOfTheMappingIsToldOfThePerson() {
        FetchedUser nameless = user("00uADA", "", "Ada", "Park");
        Finding found = linked(nameless, ada(true), false).orElseThrow();
        assertThat(found.refusal()).contains("userName");
        assertThat(found.state(matchingBy("userName"))).isEqualTo(CandidateState.REFUSED);
    }
}
