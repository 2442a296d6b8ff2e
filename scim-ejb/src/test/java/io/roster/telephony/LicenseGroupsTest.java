package io.roster.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.group.Groups;
import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.Sql;
import io.roster.persistence.TestDatabase;
import io.roster.scim.protocol.Preconditions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Licences that people have by a group or by Okta: what a push changes is brought in line after it. */
@OnEachDatabase
class LicenseGroupsTest {

    @Parameter
    TestDatabase database;

    private LicenseDirectory directory;
    private String ada;
    private String bob;
    private String eve;
    private String agents;

    @BeforeEach
    void aGroupOfTwoThatHasALicence() {
        directory = new LicenseDirectory(database);
        directory.license("x6", 2);
        ada = directory.person("ada");
        bob = directory.person("bob");
        eve = directory.person("eve");
        agents = directory.group("Voice Agents", ada, bob).id();
        directory.rule("x6", agents);
        ReconciledSeats.run(database);
    }

    @Test
    void membersHaveItAndWhoLeavesLosesIt() {
        assertThat(directory.of(ada)).containsExactly("x6 HELD [GROUP]");
        assertThat(directory.document(bob)).contains("x6");
        directory.members(agents, ada);
        assertThat(directory.of(bob)).containsExactly("x6 HELD [GROUP]");
        ReconciledSeats.run(database);
        assertThat(directory.of(bob)).isEmpty();
        assertThat(directory.document(bob)).isEqualTo("[]");
        assertThat(used()).isEqualTo(1);
        assertThat(notes()).isZero();
    }

    @Test
    void aPushOfMoreMembersThanSeatsSucceedsAndTheyWait() {
        directory.members(agents, ada, bob, eve);
        ReconciledSeats.run(database);
        assertThat(directory.of(eve)).containsExactly("x6 WAITING [GROUP]");
        assertThat(directory.document(eve)).isEqualTo("[]");
        directory.change("x6", "X6", 5);
        ReconciledSeats.run(database);
        assertThat(directory.of(eve)).containsExactly("x6 HELD [GROUP]");
        assertThat(used()).isEqualTo(3);
    }

    @Test
    void onePersonTakesOneSeatForTwoGroupsOktaAndAnAdministrator() {
        String leads = directory.group("Leads", ada).id();
        directory.rule("x6", leads);
        directory.give(ada, "ada", "X6");
        directory.assign("x6", ada);
        ReconciledSeats.run(database);
        assertThat(directory.of(ada)).containsExactly("x6 HELD [HAND, GROUP, OKTA]");
        assertThat(used()).isEqualTo(2);
        directory.members(agents, bob);
        ReconciledSeats.run(database);
        assertThat(directory.of(ada)).containsExactly("x6 HELD [HAND, GROUP, OKTA]");
        directory.members(leads);
        directory.give(ada, "ada");
        ReconciledSeats.run(database);
        assertThat(directory.of(ada)).containsExactly("x6 HELD [HAND]");
        assertThat(directory.release("x6", bob)).isEqualTo(SeatResult.KEPT_BY_GROUP);
        assertThat(directory.release("x6", ada)).isEqualTo(SeatResult.RELEASED);
        assertThat(used()).isEqualTo(1);
    }

    @Test
    void theEndOfTheRuleOrOfTheGroupTakesTheReasonAway() {
        String leads = directory.group("Leads", bob).id();
        directory.rule("x6", leads);
        directory.call(LicenseGroups.class, groups -> {
            groups.remove("x6", agents);
            return null;
        });
        ReconciledSeats.run(database);
        assertThat(directory.of(ada)).isEmpty();
        assertThat(directory.of(bob)).containsExactly("x6 HELD [GROUP]");
        directory.call(Groups.class, groups -> {
            groups.delete(LicenseDirectory.OKTA, leads, Preconditions.NONE);
            return null;
        });
        ReconciledSeats.run(database);
        assertThat(directory.of(bob)).isEmpty();
        List<GroupWithPeople> left = directory.call(LicenseGroups.class, groups -> groups.of("x6"));
        assertThat(left).isEmpty();
        assertThat(used()).isZero();
    }

    @Test
    void whoIsDeactivatedIsLeftAsIsAndLookedAtWhenBack() {
        directory.active(bob, false);
        directory.members(agents, ada, eve);
        ReconciledSeats.run(database);
        assertThat(directory.of(bob)).containsExactly("x6 HELD [GROUP]");
        assertThat(directory.of(eve)).containsExactly("x6 WAITING [GROUP]");
        directory.active(bob, true);
        ReconciledSeats.run(database);
        assertThat(directory.of(bob)).isEmpty();
        assertThat(directory.of(eve)).containsExactly("x6 HELD [GROUP]");
        directory.active(eve, false);
        directory.active(eve, true);
        ReconciledSeats.run(database);
        assertThat(directory.of(eve)).containsExactly("x6 HELD [GROUP]");
    }

    @Test
    void whatOktaGivesIsBroughtInLineWheneverTheLicenceIsAdded() {
        directory.give(eve, "eve", "later", "no licence of that name");
        ReconciledSeats.run(database);
        assertThat(directory.of(eve)).isEmpty();
        directory.license("later", 1);
        ReconciledSeats.run(database);
        assertThat(directory.of(eve)).containsExactly("later HELD [OKTA]");
        directory.delete(eve);
        assertThat(directory.license("later").getSeatsUsed()).isZero();
        assertThat(notes()).isZero();
    }

    @Test
    void aGroupSaysOfHowManyGroupsTheMembersDoNotCount() {
        String inner = directory.group("Inner", eve).id();
        directory.members(agents, ada, inner);
        ReconciledSeats.run(database);
        assertThat(directory.of(eve)).isEmpty();
        List<GroupWithPeople> rules = directory.call(LicenseGroups.class, groups -> groups.of("x6"));
        assertThat(rules).extracting(GroupWithPeople::people).containsExactly(1);
        assertThat(rules).extracting(GroupWithPeople::groups).containsExactly(1);
    }

    @Test
    void whoIsDeletedAndMadeAnewHasOnlyWhatThereIsAReasonFor() {
        directory.delete(bob);
        assertThat(directory.assign("x6", eve)).isEqualTo(SeatResult.ASSIGNED);
        directory.delete(eve);
        assertThat(used()).isEqualTo(1);
        String again = directory.person("eve");
        String member = directory.person("bob");
        ReconciledSeats.run(database);
        assertThat(directory.of(again)).isEmpty();
        assertThat(directory.of(member)).isEmpty();
        directory.members(agents, ada, member);
        ReconciledSeats.run(database);
        assertThat(directory.of(member)).containsExactly("x6 HELD [GROUP]");
        assertThat(used()).isEqualTo(2);
    }

    @Test
    void aRuleForWhatIsGoneIsRefused() {
        refused(LicenseRefused.Reason.LICENSE_GONE, "gone", agents);
        refused(LicenseRefused.Reason.GROUP_GONE, "x6", "gone");
    }

    @Test
    void groupsAreFoundByTheBeginningOfTheirNames() {
        directory.group("Voice_Leads");
        List<GroupWithPeople> voice = directory.call(LicenseGroups.class, groups -> groups.find("VOICE", 20));
        assertThat(voice).extracting(GroupWithPeople::displayName).containsExactly("Voice Agents", "Voice_Leads");
        assertThat(voice).extracting(GroupWithPeople::people).containsExactly(2, 0);
        List<GroupWithPeople> escaped = directory.call(LicenseGroups.class, groups -> groups.find("voice_", 20));
        assertThat(escaped).hasSize(1);
    }

    private void refused(LicenseRefused.Reason reason, String licenseId, String groupId) {
        assertThatThrownBy(() -> directory.rule(licenseId, groupId))
                .isInstanceOfSatisfying(LicenseRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(reason));
    }

    private int used() {
        return directory.license("x6").getSeatsUsed();
    }

    private int notes() {
        return Sql.of("select count(*) from license_work")
                .list(database.dataSource(), row -> row.getInt(1))
                .get(0);
    }
}
