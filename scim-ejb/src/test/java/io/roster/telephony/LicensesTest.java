package io.roster.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.entitlement.EntitlementRefused;
import io.roster.entitlement.EntitlementType;
import io.roster.entitlement.Entitlements;
import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Seats that administrators assign, and the seats of a person who goes and comes back. */
@OnEachDatabase
class LicensesTest {

    @Parameter
    TestDatabase database;

    private LicenseDirectory directory;
    private String ada;
    private String bob;
    private String eve;

    @BeforeEach
    void threePeopleAndTwoSeats() {
        directory = new LicenseDirectory(database);
        directory.license("x6", 2);
        ada = directory.person("ada");
        bob = directory.person("bob");
        eve = directory.person("eve");
    }

    @Test
    void noMoreSeatsAreGivenThanThereAre() {
        List<SeatOutcome> outcomes =
                directory.call(Licenses.class, all -> all.assign("x6", List.of(ada, "nobody", bob, eve)));
        assertThat(outcomes)
                .containsExactly(
                        new SeatOutcome(ada, SeatResult.ASSIGNED),
                        new SeatOutcome("nobody", SeatResult.NOBODY),
                        new SeatOutcome(bob, SeatResult.ASSIGNED),
                        new SeatOutcome(eve, SeatResult.NO_SEAT));
        assertThat(used()).isEqualTo(2);
        assertThat(directory.assign("x6", ada)).isEqualTo(SeatResult.HAD_IT);
        assertThat(directory.of(ada)).containsExactly("x6 HELD [HAND]");
        assertThat(directory.of(eve)).isEmpty();
        assertThat(directory.document(ada)).isEqualTo("[{\"value\":\"x6\",\"display\":\"X6\"}]");
        assertThat(directory.document(eve)).isEqualTo("[]");
    }

    @Test
    void aReleasedSeatIsFree() {
        directory.assign("x6", ada);
        assertThat(directory.release("x6", ada)).isEqualTo(SeatResult.RELEASED);
        assertThat(directory.release("x6", ada)).isEqualTo(SeatResult.NOT_HELD);
        assertThat(directory.release("x6", "nobody")).isEqualTo(SeatResult.NOBODY);
        assertThat(used()).isZero();
        assertThat(directory.document(ada)).isEqualTo("[]");
        assertThat(directory.of(ada)).isEmpty();
    }

    @Test
    void seatsThatAreNotLimitedAreNotUsedUp() {
        directory.license("basic", null);
        assertThat(List.of(ada, bob, eve))
                .allSatisfy(id -> assertThat(directory.assign("basic", id)).isEqualTo(SeatResult.ASSIGNED));
    }

    @Test
    void whoIsDeactivatedGetsNone() {
        directory.active(ada, false);
        assertThat(directory.assign("x6", ada)).isEqualTo(SeatResult.DEACTIVATED);
        assertThat(used()).isZero();
    }

    @Test
    void fewerSeatsThanAreTakenAreRefused() {
        directory.assign("x6", ada);
        directory.assign("x6", bob);
        refused(EntitlementRefused.Reason.SEATS_USED, 2, () -> directory.change("x6", "X6", 1));
        refused(EntitlementRefused.Reason.SEATS, 0, () -> directory.change("x6", "X6", -1));
        assertThat(directory.license("x6").getSeats()).isEqualTo(2);
        directory.release("x6", bob);
        directory.change("x6", "X6", 1);
        assertThat(directory.assign("x6", bob)).isEqualTo(SeatResult.NO_SEAT);
        directory.change("x6", "X6", null);
        assertThat(directory.assign("x6", bob)).isEqualTo(SeatResult.ASSIGNED);
    }

    @Test
    void aLicenceWhoseSeatsAreTakenIsNotDeleted() {
        directory.assign("x6", ada);
        refused(EntitlementRefused.Reason.SEATS_TAKEN, 1, this::delete);
        directory.release("x6", ada);
        delete();
        assertThatThrownBy(() -> directory.assign("x6", ada))
                .isInstanceOfSatisfying(LicenseRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(LicenseRefused.Reason.LICENSE_GONE));
    }

    @Test
    void whoWaitsGetsTheSeatThatBecomesFree() {
        directory.assign("x6", ada);
        directory.assign("x6", bob);
        directory.give(eve, "eve", "x6");
        ReconciledSeats.run(database);
        assertThat(directory.of(eve)).containsExactly("x6 WAITING [OKTA]");
        assertThat(directory.assign("x6", eve)).isEqualTo(SeatResult.NO_SEAT);
        directory.release("x6", ada);
        ReconciledSeats.run(database);
        assertThat(directory.of(eve)).containsExactly("x6 HELD [OKTA]");
        assertThat(directory.document(eve)).contains("x6");
        directory.change("x6", "X6", 3);
        directory.assign("x6", ada);
        assertThat(used()).isEqualTo(3);
    }

    @Test
    void aSeatThatWasGivenUpComesBackOrIsWaitedFor() {
        directory.assign("x6", ada);
        directory.assign("x6", bob);
        directory.active(ada, false);
        directory.active(bob, false);
        assertThat(givenUp(ada)).containsExactly("x6");
        assertThat(givenUp(bob)).containsExactly("x6");
        assertThat(givenUp(eve)).isEmpty();
        assertThat(used()).isZero();
        directory.assign("x6", eve);
        directory.active(ada, true);
        directory.active(bob, true);
        assertThat(takenBack(ada)).containsExactly(new PersonSeats.Returned("x6", true));
        assertThat(takenBack(bob)).containsExactly(new PersonSeats.Returned("x6", false));
        assertThat(directory.of(ada)).containsExactly("x6 HELD [HAND]");
        assertThat(directory.of(bob)).containsExactly("x6 WAITING [HAND]");
        directory.delete(eve);
        ReconciledSeats.run(database);
        assertThat(directory.of(bob)).containsExactly("x6 HELD [HAND]");
        assertThat(used()).isEqualTo(2);
    }

    @Test
    void aNewNameReachesThePeopleWhoHaveIt() {
        directory.assign("x6", ada);
        directory.change("x6", "X6 seat", 2);
        ReconciledSeats.run(database);
        assertThat(directory.document(ada)).isEqualTo("[{\"value\":\"x6\",\"display\":\"X6 seat\"}]");
    }

    @Test
    void peopleAreFoundByTheirUserNames() {
        Map<String, String> named = directory.call(Licenses.class, all -> all.named(List.of("ADA", "eve", "nobody")));
        assertThat(named).isEqualTo(Map.of("ADA", ada, "eve", eve));
    }

    private int used() {
        return directory.license("x6").getSeatsUsed();
    }

    private List<String> givenUp(String person) {
        return directory.call(PersonSeats.class, seats -> seats.giveUp(person));
    }

    private List<PersonSeats.Returned> takenBack(String person) {
        return directory.call(PersonSeats.class, seats -> seats.takeBack(person));
    }

    private void delete() {
        long version = directory.license("x6").getVersion();
        directory.call(Entitlements.class, all -> {
            all.delete(EntitlementType.LICENSE, "x6", version);
            return null;
        });
    }

    private static void refused(EntitlementRefused.Reason reason, int used, Runnable change) {
        assertThatThrownBy(change::run).isInstanceOfSatisfying(EntitlementRefused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.seatsUsed()).isEqualTo(used);
        });
    }
}
