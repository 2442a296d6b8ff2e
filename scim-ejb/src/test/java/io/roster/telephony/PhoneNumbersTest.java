package io.roster.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.TestDatabase;
import io.roster.telephony.NumberRefused.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Who has which number: assigned, released, resting, given back. */
@OnEachDatabase
class PhoneNumbersTest {

    private static final String ONE = "+493023125001";
    private static final String TWO = "+493023125002";
    private static final String THREE = "+493023125003";
    private static final String AMERICAN = "+14155550100";

    @Parameter
    TestDatabase database;

    private Erika erika;
    private String ada;
    private String bob;

    @BeforeEach
    void pool() {
        erika = new Erika(database);
        ada = erika.person("ada", true);
        bob = erika.person("bob", true);
        erika.run(NumberPool.class, pool -> pool.addRange(ONE, THREE, null, false));
        erika.run(NumberPool.class, pool -> pool.add(AMERICAN, null, false));
    }

    @Test
    void anAssignedNumberStandsInThePersonsDocumentAndAReleasedOneDoesNot() {
        numbers(all -> all.assign(PoolKind.NUMBER, ada, TWO, false));
        assertThat(erika.services(ada)).contains("\"phoneNumber\":\"" + TWO + "\"");
        PoolRow row = row(TWO);
        assertThat(row.state()).isEqualTo(PoolState.ASSIGNED);
        assertThat(row.personId()).isEqualTo(ada);
        assertThat(row.personName()).isEqualTo("Of ada");
        assertThat(released(ada, null)).contains(TWO);
        assertThat(erika.services(ada)).isEmpty();
        assertThat(released(ada, null)).isEmpty();
    }

    @Test
    void theNextOneIsTheFirstThatNobodyHadAndThenTheOneThatWasReleasedTheLongestAgo() {
        assertThat(next(ada, "+49")).isEqualTo(ONE);
        numbers(all -> all.release(PoolKind.NUMBER, ada));
        erika.wait(PoolKind.NUMBER);
        assertThat(next(ada, "+49")).isEqualTo(TWO);
        assertThat(next(bob, "+49")).isEqualTo(THREE);
        String eve = erika.person("eve", true);
        assertThat(next(eve, "+49")).isEqualTo(ONE);
        String max = erika.person("max", true);
        refused(Reason.NONE_FREE, all -> all.assignNext(PoolKind.NUMBER, max, "+49", false));
        assertThat(next(max, "")).isEqualTo(AMERICAN);
    }

    @Test
    void whatWasReleasedRestsAndIsFreeByItselfAfterwards() {
        numbers(all -> all.assign(PoolKind.NUMBER, ada, ONE, false));
        Instant before = Instant.now().plus(Duration.ofDays(30)).minusSeconds(1);
        numbers(all -> all.release(PoolKind.NUMBER, ada));
        PoolRow resting = row(ONE);
        assertThat(resting.state()).isEqualTo(PoolState.RESTING);
        assertThat(resting.until()).isBetween(before, before.plusSeconds(60));
        refused(Reason.RESTING, all -> all.assign(PoolKind.NUMBER, bob, ONE, false));
        assertThat(next(bob, "+49")).isEqualTo(TWO);
        erika.wait(PoolKind.NUMBER);
        assertThat(row(ONE).state()).isEqualTo(PoolState.FREE);
        numbers(all -> all.assign(PoolKind.NUMBER, ada, ONE, false));
    }

    @Test
    void aRestCanBeShorterAndIsEndedByHand() {
        erika.run(NumberPool.class, pool -> pool.changeRest(PoolKind.NUMBER, 0));
        numbers(all -> all.assign(PoolKind.NUMBER, ada, ONE, false));
        numbers(all -> all.release(PoolKind.NUMBER, ada));
        assertThat(row(ONE).state()).isEqualTo(PoolState.FREE);
        erika.run(NumberPool.class, pool -> pool.changeRest(PoolKind.NUMBER, 3));
        numbers(all -> all.assign(PoolKind.NUMBER, ada, ONE, false));
        numbers(all -> all.release(PoolKind.NUMBER, ada));
        assertThat(row(ONE).state()).isEqualTo(PoolState.RESTING);
        erika.run(NumberPool.class, pool -> pool.endRest(PoolKind.NUMBER, ONE));
        assertThat(row(ONE).state()).isEqualTo(PoolState.FREE);
        assertThat(restDays(PoolKind.NUMBER)).isEqualTo(3);
        assertThat(restDays(PoolKind.EXTENSION)).isEqualTo(7);
        refusedPool(Reason.REST_DAYS, pool -> pool.changeRest(PoolKind.NUMBER, -1));
    }

    @Test
    void aPersonHasOneNumberUnlessItIsToBeReplaced() {
        numbers(all -> all.assign(PoolKind.NUMBER, ada, ONE, false));
        refused(Reason.HAS_ONE, all -> all.assign(PoolKind.NUMBER, ada, TWO, false));
        refused(Reason.HAS_ONE, all -> all.assignNext(PoolKind.NUMBER, ada, "", false));
        numbers(all -> all.assign(PoolKind.NUMBER, ada, ONE, false));
        numbers(all -> all.assign(PoolKind.NUMBER, ada, TWO, true));
        assertThat(row(ONE).state()).isEqualTo(PoolState.RESTING);
        assertThat(held(ada)).contains(TWO);
    }

    @Test
    void whatCannotBeAssignedSaysWhyAndChangesNothing() {
        numbers(all -> all.assign(PoolKind.NUMBER, ada, ONE, false));
        String gone = erika.person("gone", false);
        refused(Reason.TAKEN, all -> all.assign(PoolKind.NUMBER, bob, ONE, false));
        refused(Reason.UNKNOWN, all -> all.assign(PoolKind.NUMBER, bob, "+493023125999", false));
        refused(Reason.INACTIVE, all -> all.assign(PoolKind.NUMBER, gone, TWO, false));
        refused(Reason.INACTIVE, all -> all.assignNext(PoolKind.NUMBER, gone, "", false));
        refused(Reason.NO_PERSON, all -> all.assign(PoolKind.NUMBER, "nobody", TWO, false));
        assertThat(erika.services(bob)).isEmpty();
        assertThat(erika.count("phone_number where person_id is not null")).isOne();
    }

    @Test
    void onlyTheNumberThatWasSeenIsReleased() {
        numbers(all -> all.assign(PoolKind.NUMBER, ada, ONE, false));
        assertThat(released(ada, TWO)).isEmpty();
        assertThat(released(ada, ONE)).contains(ONE);
    }

    @Test
    void aNumberIsGivenBackWhileItRestsAndNotOnceSomebodyElseHasIt() {
        numbers(all -> all.assign(PoolKind.NUMBER, ada, ONE, false));
        numbers(all -> all.release(PoolKind.NUMBER, ada));
        assertThat(giveBack(ada)).isTrue();
        numbers(all -> all.release(PoolKind.NUMBER, ada));
        erika.wait(PoolKind.NUMBER);
        numbers(all -> all.assign(PoolKind.NUMBER, bob, ONE, false));
        assertThat(giveBack(ada)).isFalse();
    }

    @Test
    void aNumberThatNobodyHasIsWithdrawn() {
        numbers(all -> all.assign(PoolKind.NUMBER, ada, ONE, false));
        refusedPool(Reason.TAKEN, pool -> pool.withdraw(ONE));
        numbers(all -> all.release(PoolKind.NUMBER, ada));
        erika.run(NumberPool.class, pool -> pool.withdraw(ONE));
        refusedPool(Reason.UNKNOWN, pool -> pool.withdraw(ONE));
        assertThat(found(ONE)).isEmpty();
    }

    @Test
    void aChoiceOffersFreeOnesOnly() {
        numbers(all -> all.assign(PoolKind.NUMBER, ada, ONE, false));
        assertThat(free("+49", 10)).isEqualTo(List.of(TWO, THREE));
        assertThat(free("", 2)).isEqualTo(List.of(AMERICAN, TWO));
    }

    private boolean giveBack(String personId) {
        return database.inTransaction(
                entities -> erika.boundary(Assignments.class, entities).giveBack(PoolKind.NUMBER, personId, ONE));
    }

    private PoolRow row(String number) {
        return found(number).orElseThrow();
    }

    private Optional<PoolRow> found(String number) {
        return erika.call(Pools.class, all -> all.find(PoolKind.NUMBER, number));
    }

    private Optional<String> held(String personId) {
        return erika.call(
                Pools.class,
                all -> Optional.ofNullable(
                        all.of(PoolKind.NUMBER, List.of(personId)).get(personId)));
    }

    private Optional<String> released(String personId, String number) {
        return erika.call(
                Pools.class,
                all -> number == null
                        ? all.release(PoolKind.NUMBER, personId)
                        : all.release(PoolKind.NUMBER, personId, number));
    }

    private List<String> free(String prefix, int count) {
        return erika.call(Pools.class, all -> all.free(PoolKind.NUMBER, prefix, count));
    }

    private int restDays(PoolKind kind) {
        return erika.call(NumberPool.class, pool -> pool.restDays(kind));
    }

    private String next(String personId, String prefix) {
        return erika.call(Pools.class, all -> all.assignNext(PoolKind.NUMBER, personId, prefix, false));
    }

    private void numbers(Consumer<Pools> call) {
        erika.run(Pools.class, call);
    }

    private void refused(Reason reason, Consumer<Pools> call) {
        refused(reason, () -> numbers(call));
    }

    private void refusedPool(Reason reason, Consumer<NumberPool> call) {
        refused(reason, () -> erika.run(NumberPool.class, call));
    }

    private static void refused(Reason reason, Runnable block) {
        assertThatThrownBy(block::run)
                .isInstanceOfSatisfying(NumberRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(reason));
    }
}
