package io.roster.imports;

import static io.roster.imports.OktaUsers.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.roster.group.Groups;
import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.TestDatabase;
import io.roster.scim.protocol.Preconditions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Matching and applying, of groups and their members. */
@OnEachDatabase
class ImportGroupsTest {

    private static final FetchedGroup SALES = new FetchedGroup("00gSALES", "Sales", "");
    private static final FetchedUser ADA = user("00uADA", "ada@acme.example", "Ada", "Park");
    private static final FetchedUser BOB = user("00uBOB", "bob@acme.example", "Bob", "Stone");

    @Parameter
    TestDatabase database;

    private ImportedOrg org;

    @BeforeEach
    void everythingIsConfirmed() {
        org = new ImportedOrg(database);
        org.settings("confirm_new = true");
    }

    private String local(String name, List<String> members) {
        String values = String.join(
                ",", members.stream().map(id -> "{'value':'" + id + "'}").toList());
        return org.call(
                        Groups.class,
                        groups -> groups.create(
                                ImportedOrg.OKTA,
                                OktaUsers.json(
                                        "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:Group'],'displayName':'"
                                                + name + "','members':[" + values + "]}"),
                                Preconditions.NONE))
                .id();
    }

    private String run(FetchedGroup group, List<String> members, FetchedUser... users) {
        String run = org.fullRun(500, List.of(users));
        org.group(run, 0, group, members);
        org.importAll(run);
        return run;
    }

    private List<String> members() {
        return org.rows(
                "select p.user_name from membership m join person p on p.id = m.member_id order by p.user_name");
    }

    @Test
    void aNewGroupGetsWhoIsMadeByTheSameRun() {
        String run = run(SALES, List.of("00uADA", "00uBOB", "00uNOT_ASSIGNED"), ADA, BOB);
        assertThat(members()).containsExactly("ada@acme.example", "bob@acme.example");
        assertThat(org.rows("select display_name, external_id, source from directory_group"))
                .containsExactly("Sales 00gSALES OKTA");
        assertThat(org.rows("select groups_matched, applied from import_run where id = ?", run))
                .containsExactly("1 3");
        List<String> version = org.rows("select version from directory_group");
        run(SALES, List.of("00uADA", "00uBOB", "00uNOT_ASSIGNED"), ADA, BOB);
        assertThat(org.rows("select version from directory_group")).isEqualTo(version);
        assertThat(org.rows("select state from import_candidate where state <> 'APPLIED'"))
                .isEmpty();
    }

    @Test
    void aLocalGroupOfTheSameNameIsAdoptedAndKeepsWhomOktaDoesNotKnow() {
        List<String> linked = org.linked(List.of(ADA, BOB));
        String own = org.person("cy@acme.example", "cy@acme.example", "Cy", "Day");
        String id = local("Sales", List.of(linked.get(0), own));
        run(SALES, List.of("00uBOB"), ADA, BOB);
        assertThat(org.rows("select id, external_id from directory_group")).containsExactly(id + " 00gSALES");
        assertThat(members()).containsExactly("bob@acme.example", "cy@acme.example");
        assertThat(org.rows("select kind, state, differences from import_candidate where resource_type = 'Group'")
                        .get(0))
                .startsWith("EXACT APPLIED ")
                .contains("{\"attribute\":\"members\",\"before\":[\"00uADA\"],\"after\":[\"00uBOB\"]}");
    }

    @Test
    void aRenamedGroupIsRenamedAndTwoOfOneNameAreAConflict() {
        run(SALES, List.of());
        run(new FetchedGroup("00gSALES", "Sales EMEA", ""), List.of());
        assertThat(org.rows("select display_name from directory_group")).containsExactly("Sales EMEA");
        local("Twin", List.of());
        local("Twin", List.of());
        run(new FetchedGroup("00gTWIN", "Twin", ""), List.of());
        assertThat(org.rows("select kind, state from import_candidate where okta_id = '00gTWIN'"))
                .containsExactly("CONFLICT WAITING");
    }

    @Test
    void manyMembersAreAddedAndRemovedInPartsThatAKillMayPart() {
        List<FetchedUser> users = IntStream.range(0, 2_100)
                .mapToObj(i -> user("00u%05d".formatted(i), "u%05d".formatted(i), "G", "F"))
                .toList();
        org.linkedRows(users);
        List<String> ids =
                new ArrayList<>(users.stream().map(FetchedUser::oktaId).toList());
        String run = org.run(ImportKind.INCREMENTAL, false);
        org.group(run, 0, SALES, ids);
        org.match(run);
        ImportApplication application = org.application(id -> {});
        assertThat(application.step(run)).isTrue();
        assertThat(org.rows("select count(*) from membership")).containsExactly("1000");
        org.apply(run);
        assertThat(org.rows("select count(*) from membership")).containsExactly("2100");
        assertThat(org.rows("select count(*) from import_member")).containsExactly("0");
        String next = org.run(ImportKind.INCREMENTAL, false);
        org.group(next, 0, SALES, ids.subList(0, 50));
        org.importAll(next);
        assertThat(org.rows("select count(*) from membership")).containsExactly("50");
        assertThat(org.rows("select differences from import_candidate"))
                .containsExactly("[{\"attribute\":\"members\",\"before\":2050}]");
    }
}
