package io.roster.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.persistence.Boundaries;
import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.TestDatabase;
import io.roster.scim.schema.ResourceType;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Bulk work on the services of people: each has an outcome of their own, once. */
@OnEachDatabase
class BulkWorksTest {

    private static final String PREFIX = "+1415555";

    @Parameter
    TestDatabase database;

    private ServicedOrg org;

    @BeforeEach
    void open() {
        org = new ServicedOrg(database);
    }

    @Test
    void everybodyGetsTheNextFreeNumberOrAReason() {
        List<String> people = people(4);
        org.number("+14155550101", people.get(0));
        org.activate(people.get(1), false);
        org.number("+14155550102", null);
        org.number("+493023125000", null);
        String work = start(BulkAction.ASSIGN_NUMBER, PREFIX, people);
        assertThat(state(work)).isEqualTo("4 left of 4");
        run(work);
        assertThat(state(work)).isEqualTo("0 left of 4: 1 done, 1 unchanged, 2 refused");
        assertThat(outcomes(work, null))
                .containsExactlyInAnyOrder(
                        "p0 UNCHANGED HAS_ONE +14155550101",
                        "p1 REFUSED DEACTIVATED null",
                        "p2 DONE null +14155550102",
                        "p3 REFUSED NONE_FREE null");
        assertThat(outcomes(work, BulkOutcome.DONE)).containsExactly("p2 DONE null +14155550102");
        assertThat(org.services(people.get(2))).contains("+14155550102");
        assertThat(org.texts(
                        "select actor_name from audit_event where action = 'SERVICES_CHANGED' and resource_id = ?",
                        people.get(2)))
                .containsExactly("erika");
    }

    @Test
    void seatsAreGivenUntilThereAreNone() {
        List<String> people = people(4);
        org.license("x6", 3);
        org.seat("x6", people.get(3));
        String assigned = start(BulkAction.ASSIGN_LICENSE, "x6", people);
        run(assigned);
        assertThat(state(assigned)).isEqualTo("0 left of 4: 2 done, 1 unchanged, 1 refused");
        assertThat(outcomes(assigned, BulkOutcome.REFUSED)).containsExactly("p2 REFUSED NO_SEAT null");
        assertThat(org.texts("select seats_used from license where id = 'x6'")).containsExactly("3");
        org.change("update license_seat set by_group = true where person_id = ?", people.get(0));
        String released = start(BulkAction.RELEASE_LICENSE, "x6", people);
        run(released);
        assertThat(outcomes(released, null))
                .containsExactlyInAnyOrder(
                        "p0 UNCHANGED KEPT_BY_GROUP Licence x6",
                        "p1 DONE null Licence x6",
                        "p2 UNCHANGED HAS_NONE null",
                        "p3 DONE null Licence x6");
        assertThat(org.texts("select seats_used from license where id = 'x6'")).containsExactly("1");
        assertThat(org.texts("select person_id from license_seat where by_hand = true"))
                .isEmpty();
    }

    @Test
    void whatWasDoneIsNotDoneAgain() {
        List<String> people = people(30);
        for (int i = 0; i < 40; i++) {
            org.number(PREFIX + "01%02d".formatted(i), null);
        }
        String work = start(BulkAction.ASSIGN_NUMBER, PREFIX, people);
        assertThat(runner().claim(work)).isTrue();
        assertThat(runner().claim(work)).as("while somebody else has it").isFalse();
        assertThat(runner().step(work)).isTrue();
        BulkWork some = find(work);
        assertThat(some.done()).isBetween(1, 29);
        // As if the server had been killed here, and its lease were over.
        org.change("update bulk_work set leased_until = 0");
        assertThat(runner().abandoned()).containsExactly(work);
        run(work);
        assertThat(state(work)).isEqualTo("0 left of 30: 30 done, 0 unchanged, 0 refused");
        assertThat(org.texts("select number from phone_number where person_id is not null"))
                .hasSize(30);
        assertThat(org.texts("select id from audit_event where action = 'SERVICES_CHANGED'"))
                .hasSize(30);
        assertThat(runner().abandoned()).isEmpty();
        assertThat(runner().claim(work)).isFalse();
    }

    @Test
    void whoLeftIsRemovedWithEverythingAndWhoIsActiveStays() {
        List<String> people = people(3);
        org.number("+14155550101", people.get(0));
        org.activate(people.get(0), false);
        org.delete(people.get(1));
        String work = start(BulkAction.REMOVE_PERSON, null, people);
        run(work);
        assertThat(state(work)).isEqualTo("0 left of 3: 1 done, 0 unchanged, 2 refused");
        assertThat(outcomes(work, null))
                .containsExactlyInAnyOrder("null DONE null p0", "null REFUSED GONE null", "p2 REFUSED ACTIVE null");
        assertThat(org.texts("select id from person")).containsExactly(people.get(2));
        assertThat(org.texts("select number from phone_number where person_id is not null"))
                .isEmpty();
        assertThat(org.texts(
                        "select actor_name from audit_event where action = 'DELETED' and resource_id = ?",
                        people.get(0)))
                .containsExactly("erika");
    }

    @Test
    void releasesRestAndWhoHasNothingIsUnchanged() {
        List<String> people = people(2);
        org.number("+14155550101", people.get(0));
        String work = start(BulkAction.RELEASE_NUMBER, null, people);
        run(work);
        assertThat(outcomes(work, null))
                .containsExactlyInAnyOrder("p0 DONE null +14155550101", "p1 UNCHANGED HAS_NONE null");
        assertThat(org.texts(
                        "select number from phone_number where person_id is null and free_from > ?",
                        System.currentTimeMillis()))
                .containsExactly("+14155550101");
    }

    @Test
    void whatWasReleasedIsGivenBackAsFarAsNobodyElseHasIt() {
        List<String> people = people(4);
        org.number("+14155550101", people.get(0));
        org.number("+14155550102", people.get(1));
        org.number("+14155550103", people.get(2));
        String released = start(BulkAction.RELEASE_NUMBER, null, people);
        run(released);
        org.change("delete from phone_number where number = '+14155550102'");
        org.number("+14155550104", people.get(2));
        String undo = undo(released);
        assertThat(undo(released)).as("asked for twice").isEqualTo(undo);
        run(undo);
        assertThat(outcomes(undo, null))
                .containsExactlyInAnyOrder(
                        "p0 DONE null +14155550101",
                        "p1 REFUSED GIVEN_AWAY +14155550102",
                        "p2 UNCHANGED HAS_ONE +14155550104");
        assertThat(org.services(people.get(0))).contains("+14155550101");
        assertThat(org.<BulkWorks, Optional<String>>call(BulkWorks.class, works -> works.undoneBy(released)))
                .contains(undo);
    }

    @Test
    void aSeatThatWasReleasedIsAssignedAgain() {
        List<String> people = people(2);
        org.license("x6", 3);
        org.seat("x6", people.get(0));
        String released = start(BulkAction.RELEASE_LICENSE, "x6", people);
        run(released);
        run(undo(released));
        assertThat(org.texts("select person_id from license_seat where state = 'HELD'"))
                .containsExactly(people.get(0));
    }

    @Test
    void whatItWouldDoIsSaidBefore() {
        List<String> people = people(3);
        org.number("+14155550101", people.get(0));
        org.number("+14155550102", null);
        org.license("x6", 3);
        org.seat("x6", people.get(0));
        assertThat(preview(BulkAction.ASSIGN_NUMBER, PREFIX, people)).isEqualTo(new BulkPreview(3, 2, 1));
        assertThat(preview(BulkAction.RELEASE_NUMBER, null, people)).isEqualTo(new BulkPreview(3, 1, null));
        assertThat(preview(BulkAction.ASSIGN_EXTENSION, "r1", people)).isEqualTo(new BulkPreview(3, 3, 0));
        assertThat(preview(BulkAction.ASSIGN_LICENSE, "x6", people)).isEqualTo(new BulkPreview(3, 2, 2));
        assertThat(preview(BulkAction.RELEASE_LICENSE, "x6", people)).isEqualTo(new BulkPreview(3, 1, null));
        org.change("update license set seats = null");
        assertThat(preview(BulkAction.ASSIGN_LICENSE, "x6", people)).isEqualTo(new BulkPreview(3, 2, null));
        assertThat(preview(BulkAction.ASSIGN_LICENSE, "x6", people).isTooFew()).isFalse();
    }

    @Test
    void manyNumbersAreAddedPartByPartAndAKillNeitherForgetsNorRepeatsOne() {
        org.number("+493023120005", null);
        String work = org.<NumberPool, AddedNumbers>call(
                        NumberPool.class, pool -> pool.addRange("+493023120000", "+493023122499", null, false))
                .workId();
        assertThat(org.texts("select number from phone_number")).hasSize(1);
        assertThat(runner().claim(work)).isTrue();
        assertThat(runner().step(work)).isTrue();
        assertThat(state(work)).isEqualTo("1500 left of 2500");
        // As if the server had been killed here, and its lease were over.
        org.change("update bulk_work set leased_until = 0");
        assertThat(runner().abandoned()).containsExactly(work);
        run(work);
        assertThat(state(work)).isEqualTo("0 left of 2500: 2499 done, 1 unchanged, 0 refused");
        assertThat(org.texts("select number from phone_number")).hasSize(2_500);
        assertThat(org.texts("select id from audit_event where resource_type = 'PhoneNumber'"))
                .hasSize(3);
        assertThat(org.texts("select owner_id from number_part")).isEmpty();
    }

    @Test
    void aLargeFileIsConfirmedOnce() {
        String file = IntStream.range(0, 1_001)
                .mapToObj(i -> "+4930231" + (20_000 + i))
                .collect(Collectors.joining("\n"));
        NumberUpload upload = org.call(NumberPool.class, pool -> {
            try {
                return pool.check(new StringReader(file), null);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        String work = confirm(upload).workId();
        assertThatThrownBy(() -> confirm(upload)).isInstanceOf(NumberRefused.class);
        run(work);
        assertThat(state(work)).isEqualTo("0 left of 1001: 1001 done, 0 unchanged, 0 refused");
    }

    @Test
    void whoWasDeletedMeanwhileIsSaid() {
        List<String> people = people(2);
        String work = start(BulkAction.RELEASE_NUMBER, null, people);
        org.delete(people.get(0));
        run(work);
        assertThat(outcomes(work, BulkOutcome.REFUSED)).containsExactly("null REFUSED GONE null");
    }

    @Test
    void whoAskedForItIsToldUntilTheyHaveLookedAtTheEnd() {
        String work = start(BulkAction.RELEASE_EXTENSION, null, people(1));
        see(work);
        assertThat(unseen()).extracting(BulkWork::id).containsExactly(work);
        run(work);
        assertThat(unseen()).extracting(BulkWork::percent).containsExactly(100);
        see(work);
        assertThat(unseen()).isEmpty();
    }

    @Test
    void resultsOfLongAgoAreForgotten() {
        String old = start(BulkAction.RELEASE_NUMBER, null, people(1));
        run(old);
        org.change("update bulk_work set created_at = 1");
        String now = start(BulkAction.RELEASE_NUMBER, null, List.of());
        assertThat(org.<BulkWorks, List<BulkWork>>call(BulkWorks.class, works -> works.latest(9)))
                .extracting(BulkWork::id)
                .containsExactly(now);
        assertThat(org.texts("select work_id from bulk_person")).isEmpty();
    }

    private List<String> people(int count) {
        return IntStream.range(0, count).mapToObj(i -> org.person("p" + i)).toList();
    }

    private String start(BulkAction action, String subject, List<String> people) {
        return org.call(BulkWorks.class, works -> works.start(action, subject, people));
    }

    private void run(String work) {
        assertThat(runner().claim(work)).isTrue();
        boolean more = true;
        while (more) {
            more = runner().step(work);
        }
    }

    private AddedNumbers confirm(NumberUpload upload) {
        return org.call(NumberPool.class, pool -> pool.confirm(upload.id(), false));
    }

    private String undo(String work) {
        return org.call(BulkWorks.class, works -> works.undo(work));
    }

    private BulkPreview preview(BulkAction action, String subject, List<String> people) {
        return org.call(BulkPreviews.class, previews -> previews.of(action, subject, people));
    }

    private void see(String work) {
        org.call(BulkWorks.class, works -> {
            works.see(work);
            return null;
        });
    }

    private List<BulkWork> unseen() {
        return org.call(BulkWorks.class, BulkWorks::unseen);
    }

    private BulkWork find(String work) {
        return org.call(BulkWorks.class, works -> works.find(work)).orElseThrow();
    }

    private String state(String id) {
        BulkWork work = find(id);
        String left = work.remaining() + " left of " + work.total();
        return work.ended() == null
                ? left
                : left + ": %d done, %d unchanged, %d refused".formatted(work.done(), work.unchanged(), work.refused());
    }

    private List<String> outcomes(String work, BulkOutcome outcome) {
        return org
                .<BulkWorks, List<BulkPerson>>call(BulkWorks.class, works -> works.people(work, outcome, 0, 100))
                .stream()
                .map(one -> one.name() + " " + one.outcome() + " " + one.reason() + " " + one.given())
                .toList();
    }

    // Its writer's methods are transactions of their own, as on a server.
    private BulkRunner runner() {
        return new Boundaries()
                .with(DataSource.class, database.dataSource())
                .with(BulkRunnerWriter.class, new BulkRunnerWriter() {
                    @Override
                    public boolean claim(String workId, Instant now, Instant lease) {
                        return org.call(BulkRunnerWriter.class, writer -> writer.claim(workId, now, lease));
                    }

                    @Override
                    public Void treat(ResourceType type, BulkWork work, String personId, Instant lease) {
                        return org.call(BulkRunnerWriter.class, writer -> writer.treat(type, work, personId, lease));
                    }

                    @Override
                    public boolean addNumbers(BulkWork work, Instant lease) {
                        return org.call(BulkRunnerWriter.class, writer -> writer.addNumbers(work, lease));
                    }

                    @Override
                    public void refuse(String workId, String personId, BulkReason reason, String held, Instant lease) {
                        org.call(BulkRunnerWriter.class, writer -> {
                            writer.refuse(workId, personId, reason, held, lease);
                            return null;
                        });
                    }

                    @Override
                    public void end(String workId, Instant now) {
                        org.call(BulkRunnerWriter.class, writer -> {
                            writer.end(workId, now);
                            return null;
                        });
                    }
                })
                .get(BulkRunner.class);
    }
}
