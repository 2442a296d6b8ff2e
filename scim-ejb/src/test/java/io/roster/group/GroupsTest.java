package io.roster.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.access.Caller;
import io.roster.access.Scope;
import io.roster.audit.Action;
import io.roster.audit.AuditEvent;
import io.roster.persistence.Documents;
import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.TestDatabase;
import io.roster.scim.patch.PatchOperation;
import io.roster.scim.protocol.Preconditions;
import io.roster.scim.protocol.Reference;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.protocol.SearchRequest;
import io.roster.scim.protocol.StoredResource;
import io.roster.user.Users;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class GroupsTest {

    private static final Caller OKTA = new Caller(Caller.Kind.TOKEN, "t1", "Okta", Scope.WRITE, null);

    @Parameter
    TestDatabase database;

    private String ada;
    private String bob;
    private String eve;
    private StoredResource group;

    @BeforeEach
    void aGroupOfTwo() {
        ada = person("ada");
        bob = person("bob");
        eve = person("eve");
        group = call(groups -> groups.create(
                OKTA,
                Documents.parse(group("Voice Agents", members(ada, bob).replace("]", ",{\"value\":\"" + ada + "\"}]"))),
                Preconditions.NONE));
    }

    private String person(String userName) {
        String body =
                "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"" + userName + "\"}";
        return database.call(Users.class, users -> users.create(OKTA, Documents.parse(body), Preconditions.NONE))
                .id();
    }

    private static String group(String displayName, String members) {
        return "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"" + displayName
                + "\",\"members\":" + members + "}";
    }

    private static String members(String... ids) {
        return List.of(ids).stream()
                .map(id -> "{\"value\":\"" + id + "\",\"display\":\"x\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private <T> T call(Function<Groups, T> call) {
        return database.call(Groups.class, call);
    }

    private StoredResource patch(String operations) {
        String body =
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[" + operations + "]}";
        return call(groups ->
                groups.patch(OKTA, group.id(), PatchOperation.parse(Documents.parse(body)), Preconditions.NONE));
    }

    private List<String> members() {
        return call(groups -> groups.get(group.id(), true)).references().stream()
                .map(Reference::value)
                .toList();
    }

    private AuditEvent lastEvent() {
        return database.inTransaction(
                entities -> entities.createQuery("select e from AuditEvent e order by e.id desc", AuditEvent.class)
                        .setMaxResults(1)
                        .getSingleResult());
    }

    @Test
    void membersAreAddedAndRemovedAsOktaPushesThem() {
        StoredResource answer = patch("{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + ada + "\\\"]\"},"
                + "{\"op\":\"add\",\"path\":\"members\",\"value\":" + members(eve) + "}");
        assertThat(members()).containsExactly(bob, eve);
        assertThat(answer.version()).isGreaterThan(group.version());
        assertThat(answer.references()).extracting(Reference::display).containsExactly("bob", "eve");
        assertThat(lastEvent().getAction()).isEqualTo(Action.MEMBERS_CHANGED);
        assertThat(lastEvent().getChanges())
                .isEqualTo("[{\"attribute\":\"members\",\"before\":[\"" + ada + "\"],\"after\":[\"" + eve + "\"]}]");
    }

    @Test
    void whatIsSoAlreadyChangesNothing() {
        StoredResource same = patch("{\"op\":\"add\",\"path\":\"members\",\"value\":" + members(ada) + "},"
                + "{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + eve + "\\\"]\"},"
                + "{\"op\":\"replace\",\"value\":{\"id\":\"" + group.id() + "\",\"displayName\":\"Voice Agents\"}}");
        assertThat(same.version()).isEqualTo(group.version());
        assertThat(same.modified()).isEqualTo(group.modified());
        assertThat(lastEvent().getAction()).isEqualTo(Action.UNCHANGED);
    }

    @Test
    void pushNowReplacesAllMembersAndMayEmptyTheGroup() {
        patch("{\"op\":\"replace\",\"path\":\"members\",\"value\":" + members(eve) + "}");
        assertThat(members()).containsExactly(eve);
        StoredResource empty = patch("{\"op\":\"replace\",\"path\":\"members\",\"value\":[]}");
        assertThat(members()).isEmpty();
        assertThat(empty.toJson("")).contains("\"members\":[]");
    }

    @Test
    void renamesAndTells() {
        patch("{\"op\":\"replace\",\"value\":{\"id\":\"" + group.id() + "\",\"displayName\":\"Voice Agents EMEA\"}}");
        assertThat(lastEvent().getAction()).isEqualTo(Action.RENAMED);
        assertThat(database.call(Users.class, users -> users.get(ada, true)).references())
                .extracting(Reference::display)
                .containsExactly("Voice Agents EMEA");
    }

    @Test
    void removesByOtherFiltersAndByValueAsEntraSendsThem() {
        patch("{\"op\":\"remove\",\"path\":\"members[display eq \\\"ADA\\\" or value eq \\\"x\\\"]\"}");
        assertThat(members()).containsExactly(bob);
        patch("{\"op\":\"remove\",\"path\":\"members\",\"value\":" + members(bob) + "}");
        assertThat(members()).isEmpty();
    }

    @Test
    void refusesMembersThatDoNotExistAndChangesNothing() {
        assertThatThrownBy(() -> patch(
                        "{\"op\":\"remove\",\"path\":\"members\"}," + "{\"op\":\"add\",\"path\":\"members\",\"value\":"
                                + members(group.id().replace('0', '1')) + "}"))
                .isInstanceOfSatisfying(ScimException.class, refusal -> assertThat(refusal.scimType())
                        .isEqualTo("invalidValue"));
        assertThatThrownBy(() -> patch("{\"op\":\"add\",\"path\":\"members\",\"value\":" + members(group.id()) + "}"))
                .isInstanceOf(ScimException.class);
        assertThat(members()).containsExactly(ada, bob);
    }

    @Test
    void groupsMayBeMembers() {
        StoredResource outer = call(groups -> groups.create(
                OKTA,
                Documents.parse(group("Outer", "[{\"value\":\"" + group.id() + "\",\"type\":\"Group\"}]")),
                Preconditions.NONE));
        assertThat(outer.references()).extracting(Reference::type).containsExactly("Group");
        assertThat(outer.toJson("http://h")).contains("http://h/Groups/" + group.id());
    }

    @Test
    void aDeletedPersonLeavesTheGroupAndMovesItsVersion() {
        database.call(Users.class, users -> {
            users.delete(OKTA, ada, Preconditions.NONE);
            return null;
        });
        assertThat(members()).containsExactly(bob);
        assertThat(call(groups -> groups.get(group.id(), false)).version()).isGreaterThan(group.version());
    }

    @Test
    void aDeletedGroupLeavesItsMembers() {
        call(groups -> {
            groups.delete(OKTA, group.id(), Preconditions.NONE);
            return null;
        });
        assertThat(database.call(Users.class, users -> users.get(ada, true)).references())
                .isEmpty();
        assertThatThrownBy(this::members).isInstanceOf(ScimException.class);
    }

    @Test
    void findsGroupsByNameAndMember() {
        assertThat(found("displayName eq \"VOICE agents\"")).containsExactly(group.id());
        assertThat(found("members.value eq \"" + ada + "\"")).containsExactly(group.id());
        assertThat(found("members[value eq \"" + ada + "\" and type eq \"User\"]"))
                .containsExactly(group.id());
        assertThat(found("members.value eq \"" + eve + "\"")).isEmpty();
        assertThat(found("not (members pr)")).isEmpty();
    }

    private List<String> found(String filter) {
        SearchRequest request = SearchRequest.parse(Map.of("filter", List.of(filter)));
        return call(groups -> groups.list(OKTA, request, true, "")).resources().stream()
                .map(StoredResource::id)
                .toList();
    }

    @Test
    void answersToWritesLeaveManyMembersOutAndReadsDoNot() {
        String[] many = IntStream.range(0, 101).mapToObj(i -> person("p" + i)).toArray(String[]::new);
        StoredResource answer = patch("{\"op\":\"add\",\"path\":\"members\",\"value\":" + members(many) + "}");
        assertThat(answer.toJson("")).doesNotContain("\"members\"");
        assertThat(members()).hasSize(103);
    }

    @Test
    void addingOneTakesAsManyStatementsInALargeGroupAsInASmallOne() throws Exception {
        String[] many = IntStream.range(0, 300).mapToObj(i -> person("p" + i)).toArray(String[]::new);
        String fred = person("fred");
        int small = database.dataSource()
                .statementsOf(() -> patch("{\"op\":\"add\",\"path\":\"members\",\"value\":" + members(eve) + "}"));
        patch("{\"op\":\"add\",\"path\":\"members\",\"value\":" + members(many) + "}");
        int large = database.dataSource()
                .statementsOf(() -> patch("{\"op\":\"add\",\"path\":\"members\",\"value\":" + members(fred) + "}"));
        assertThat(large).isEqualTo(small);
    }

    @Test
    void anAnswerWithoutItsManyMembersIsNotTakenForTheWholeGroup() {
        String[] people = IntStream.rangeClosed(0, MemberReferences.IN_ANSWERS)
                .mapToObj(i -> person("many" + i))
                .toArray(String[]::new);
        StoredResource answer = patch("{\"op\":\"replace\",\"path\":\"members\",\"value\":" + members(people) + "}");
        StoredResource whole = call(groups -> groups.get(group.id(), true));
        assertThat(answer.references()).isNull();
        assertThat(new Preconditions(null, answer.etag().toString()).notModified(whole.etag()))
                .isFalse();
        assertThat(new Preconditions(null, whole.etag().toString()).notModified(whole.etag()))
                .isTrue();
        assertThat(new Preconditions(null, whole.etag().toString()).notModified(answer.etag()))
                .isTrue();
    }

    @Test
    void aGroupThatLosesADeletedGroupHasAnotherVersion() {
        StoredResource outer = call(groups -> groups.create(
                OKTA,
                Documents.parse(group("Outer", "[{\"value\":\"" + group.id() + "\",\"type\":\"Group\"}]")),
                Preconditions.NONE));
        call(groups -> {
            groups.delete(OKTA, group.id(), Preconditions.NONE);
            return null;
        });
        StoredResource after = call(groups -> groups.get(outer.id(), true));
        assertThat(after.references()).isEmpty();
        assertThat(after.version()).isGreaterThan(outer.version());
    }
}
