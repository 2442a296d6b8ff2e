package io.roster.syncback.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.roster.imports.FetchedUser;
import io.roster.imports.PageKind;
import io.roster.okta.simulator.fault.Fault;
import io.roster.okta.simulator.fault.FaultRule;
import io.roster.okta.simulator.org.Assignment;
import io.roster.okta.simulator.org.Person;
import io.roster.okta.simulator.org.PushedGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bad days of Okta: each run is complete in the end, or stops with a sentence. */
class FetchTest {

    private static final int PEOPLE = 1200;
    private static final String USERS = "/api/v1/apps/" + FetchBench.APP + "/users";

    private final FetchBench bench = new FetchBench(PEOPLE, 6);

    @AfterEach
    void close() {
        bench.close();
    }

    private void assertComplete() {
        List<FetchedUser> users = bench.pages.allUsers();
        assertThat(users).hasSize(PEOPLE).allMatch(FetchedUser::isActive);
        assertThat(users).extracting(FetchedUser::oktaId).containsExactlyInAnyOrderElementsOf(bench.ids());
        assertThat(bench.pages.allGroups()).hasSameSizeAs(bench.groups());
        for (PushedGroup group : bench.groups()) {
            assertThat(bench.pages.allMembers(group.oktaId())).containsExactlyInAnyOrderElementsOf(group.members());
        }
    }

    @Test
    void everybodyAndAllGroupsInEveryScriptAndAtFullLength() {
        Person person = bench.org.people().get(3);
        String long100 = "ß漢字العربية".repeat(12).substring(0, 100);
        bench.org.want(person.with("title", long100));
        bench.full();
        assertComplete();
        FetchedUser fetched = bench.pages.allUsers().stream()
                .filter(user -> user.oktaId().equals(person.oktaId()))
                .findFirst()
                .orElseThrow();
        assertThat(fetched.profile().getString("title")).isEqualTo(long100);
        assertThat(fetched.appUserName()).isEqualTo(person.userName());
        assertThat(bench.pages.allUsers().stream().map(user -> user.profile().getString("lastName")))
                .anyMatch(name -> name.codePoints().anyMatch(Character::isIdeographic))
                .anyMatch(name -> name.codePoints()
                        .anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.ARABIC));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CUT_BEFORE", "CUT_AFTER", "WRONG_JSON", "UNAVAILABLE", "ERROR", "CONCURRENCY"})
    void aFailureInTheMiddleIsWaitedFor(Fault fault) {
        bench.okta.faults().add(FaultRule.next(6, fault).after(2));
        bench.full();
        assertComplete();
        assertThat(bench.okta.faults().struck(fault)).isEqualTo(6);
        assertThat(bench.waits).allMatch(told -> told == null || told.contains("the run tries again"));
        assertThat(bench.time.seconds()).isBetween(1L, 600L);
    }

    @Test
    void whoComesTwiceCountsOnceAndCountsInHeadersCountForNothing() {
        bench.okta.faults().add(FaultRule.always(Fault.TWICE).on("GET", USERS).after(1));
        bench.okta.faults().add(FaultRule.always(Fault.WRONG_TOTAL));
        bench.full();
        assertComplete();
    }

    @Test
    void aListWithoutAnEndIsLeft() {
        bench.okta.faults().add(FaultRule.always(Fault.ENDLESS).on("GET", USERS).after(1));
        assertThatThrownBy(bench::full).isInstanceOf(ImportFailure.class).hasMessageContaining("does not end");
    }

    @Test
    void tenMinutesOf429AreWaitedFor() {
        bench.okta.faults().storm(Duration.ofMinutes(10));
        bench.okta.faults().add(FaultRule.next(1, Fault.RATE_LIMITED).after(2));
        bench.full();
        assertComplete();
        assertThat(bench.time.seconds()).isBetween(590L, 700L);
        assertThat(bench.waits).hasSize(2).last().isNull();
        assertThat(bench.waits.get(0)).startsWith("Okta allows no more calls for now (429). The run goes on at 20");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CUT_BEFORE", "RATE_LIMITED", "UNAVAILABLE", "WRONG_JSON"})
    void patienceHasAnEnd(Fault fault) {
        bench.okta.faults().storm(Duration.ofHours(5));
        bench.okta.faults().add(FaultRule.always(fault).on("GET", USERS).after(2));
        ImportFailure failure = catchThrowableOfType(ImportFailure.class, bench::full);
        assertThat(failure).hasMessageContaining("30 minutes").hasMessageContaining("Nothing was applied");
        assertThat(bench.time.seconds()).isBetween(1700L, 1900L);
        assertThat(bench.pages.list("", PageKind.USERS)).hasSize(2);
    }

    @Test
    void refusalsAreNotRepeatedAndSaidInASentence() {
        bench.okta.access().revoke(bench.okta.token());
        assertThatThrownBy(bench::full).isInstanceOf(ImportFailure.class).hasMessageContaining("401");
        assertThat(bench.time.seconds()).isZero();
    }

    @Test
    void whatChangesWhilePagesAreReadDeactivatesOnlyWhoIsGone() {
        Person gone = bench.org.people().get(1100);
        Person back = bench.org.people().get(1101);
        bench.linked.addAll(bench.ids());
        bench.org.want(back.with(Assignment.UNASSIGNED));
        AtomicInteger lists = new AtomicInteger();
        bench.okta.hooks().after((request, answer) -> {
            int list = request.path().equals(USERS) ? lists.incrementAndGet() : 0;
            if (list == 1) {
                bench.org.want(gone.with(Assignment.UNASSIGNED));
            } else if (list == 3) {
                bench.org.want(back.with(Assignment.ASSIGNED));
            }
        });
        bench.full();
        List<FetchedUser> users = bench.pages.allUsers();
        assertThat(users).hasSize(PEOPLE).extracting(FetchedUser::oktaId).doesNotHaveDuplicates();
        assertThat(users.stream().filter(user -> !user.isActive()))
                .extracting(FetchedUser::oktaId)
                .containsExactly(gone.oktaId());
    }

    @Test
    void whoIsLinkedAndWasNotOnAnyPageIsReadAgain() {
        Person newcomer = bench.org.people().get(5);
        String stranger = "00uZZZZZZZZZZZZZZZZZ";
        bench.linked.addAll(Set.of(newcomer.oktaId(), stranger));
        bench.full();
        assertThat(bench.pages.allUsers().stream().filter(user -> !user.isActive()))
                .extracting(FetchedUser::oktaId)
                .containsExactly(stranger);
    }

    @Test
    void aRunThatIsCutGoesOnBehindWhatItHas() {
        bench.full();
        int all = bench.requests.get();
        for (int cut = 1; cut < all; cut += 3) {
            try (FetchBench other = new FetchBench(PEOPLE, 6)) {
                other.stopAfter = cut;
                assertThatThrownBy(other::full).isInstanceOf(Interrupted.class);
                assertThat(other.requests).hasValue(cut);
                other.stopAfter = Integer.MAX_VALUE;
                other.full();
                // what was answered as the run was cut is stored; only a page of groups that was not is read again
                assertThat(other.requests.get()).as("cut after " + cut).isBetween(all, all + 2);
                assertThat(other.pages.allUsers()).hasSize(PEOPLE);
                assertThat(other.pages.allGroups()).hasSize(6);
            }
        }
    }

    @Test
    void anOldLinkThatOktaRefusesHasTheListReadAnew() {
        bench.okta
                .faults()
                .add(FaultRule.next(1, Fault.EXPIRED_LINK).on("GET", USERS).after(2));
        bench.full();
        assertComplete();
    }

    @Test
    void changesAreReadWithoutReadingEverything() {
        bench.linked.addAll(bench.ids());
        Person changed = bench.org.people().get(3);
        Person gone = bench.org.people().get(4);
        PushedGroup group = bench.groups().get(0);
        pause();
        Instant since = Instant.now().plus(UserFetch.OVERLAP);
        bench.org.want(changed.with("title", "Lead"));
        bench.org.want(gone.with(Assignment.UNASSIGNED));
        bench.org.want(group.with(Set.of(changed.oktaId())));
        bench.incremental(since);
        assertThat(bench.pages.allUsers())
                .extracting(FetchedUser::oktaId)
                .containsExactlyInAnyOrder(changed.oktaId(), gone.oktaId());
        assertThat(bench.pages.allUsers().stream().filter(user -> !user.isActive()))
                .extracting(FetchedUser::oktaId)
                .containsExactly(gone.oktaId());
        assertThat(bench.pages.allGroups()).hasSize(1);
        assertThat(bench.pages.allMembers(group.oktaId())).containsExactly(changed.oktaId());
        assertThat(bench.requests.get()).isLessThan(12);
    }

    @Test
    void noMoreAreReadAgainThanItTakesToHoldTheRun() {
        bench.linked.addAll(bench.ids());
        for (int i = 0; i < 500; i++) {
            bench.linked.add("00u%017d".formatted(i));
        }
        bench.enoughToHold = OptionalLong.of(150);
        bench.stopAfter = 110;
        assertThatThrownBy(bench::full).isInstanceOf(Interrupted.class);
        bench.stopAfter = Integer.MAX_VALUE;
        bench.full();
        // by the hundred, and those of before the interruption count
        assertThat(bench.pages.allUsers().stream().filter(user -> !user.isActive()))
                .hasSize(200);
        assertThat(bench.pages.allUsers()).hasSize(PEOPLE + 200);
    }

    @Test
    void whereVeryManyHaveChangedThoseOnTheListAreNotReadOneByOne() {
        bench.linked.addAll(bench.ids());
        Person gone = bench.org.people().get(4);
        bench.org.want(gone.with(Assignment.UNASSIGNED));
        bench.incremental(Instant.now().minus(Duration.ofDays(1)));
        assertThat(bench.pages.allUsers())
                .extracting(FetchedUser::oktaId)
                .containsExactlyInAnyOrderElementsOf(bench.ids());
        assertThat(bench.pages.allUsers().stream().filter(user -> !user.isActive()))
                .extracting(FetchedUser::oktaId)
                .containsExactly(gone.oktaId());
        assertThat(bench.requests.get()).isLessThan(60);
    }

    // Okta's times are in milliseconds
    private static void pause() {
        Instant now = Instant.now();
        while (Duration.between(now, Instant.now()).toMillis() < 5) {
            Thread.onSpinWait();
        }
    }
}
