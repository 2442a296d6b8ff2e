package io.roster.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What is told of seats, and by whom they are used. */
@OnEachDatabase
class LicenseReportTest {

    @Parameter
    TestDatabase database;

    private LicenseDirectory directory;
    private String ada;
    private String bob;
    private String eve;

    @BeforeEach
    void twoHaveItAndOneWaits() {
        directory = new LicenseDirectory(database);
        directory.license("x6", 2);
        directory.license("basic", null);
        ada = directory.person("Ada");
        bob = directory.person("bob_1");
        eve = directory.person("eve");
        directory.assign("x6", ada);
        directory.rule("x6", directory.group("Voice Agents", ada, bob).id());
        directory.rule("x6", directory.group("Leads", bob).id());
        ReconciledSeats.run(database);
        directory.give(eve, "eve", "x6");
        ReconciledSeats.run(database);
    }

    @Test
    void seatsAreUsedFreeAndWaitedFor() {
        List<LicenseUse> all = directory.call(LicenseReport.class, LicenseReport::all);
        assertThat(all)
                .containsExactly(
                        new LicenseUse("basic", "BASIC", null, null, 0, 0), new LicenseUse("x6", "X6", null, 2, 2, 1));
        assertThat(all.get(1).free()).isZero();
        assertThat(all.get(1).full()).isTrue();
        assertThat(all.get(0).free()).isNull();
        assertThat(all.get(0).full()).isFalse();
        directory.active(eve, false);
        Optional<LicenseUse> one = directory.call(LicenseReport.class, report -> report.of("x6"));
        assertThat(one).contains(new LicenseUse("x6", "X6", null, 2, 2, 0));
        Optional<LicenseUse> none = directory.call(LicenseReport.class, report -> report.of("none"));
        assertThat(none).isEmpty();
        assertThat(page(SeatState.WAITING, null).holders()).isEmpty();
    }

    @Test
    void eachIsListedWithTheReasonTheNewestFirst() {
        SeatPage page = page(SeatState.HELD, null);
        assertThat(page.total()).isEqualTo(2);
        assertThat(page.exact()).isTrue();
        SeatHolder first = page.holders().get(0);
        assertThat(first.personId()).isEqualTo(bob);
        assertThat(first.reasons()).isEqualTo(Set.of(SeatReason.GROUP));
        assertThat(first.groups()).containsExactly("Leads", "Voice Agents");
        assertThat(first.assignedBy()).isEqualTo("Roster");
        SeatHolder second = page.holders().get(1);
        assertThat(second.userName()).isEqualTo("Ada");
        assertThat(second.reasons()).isEqualTo(Set.of(SeatReason.HAND, SeatReason.GROUP));
        assertThat(second.assignedBy()).isEqualTo("erika");
        assertThat(page(SeatState.WAITING, null).holders())
                .extracting(SeatHolder::personId)
                .containsExactly(eve);
    }

    @Test
    void theListIsSearchedByWhatNamesBeginWith() {
        assertThat(page(SeatState.HELD, "aD").holders())
                .extracting(SeatHolder::personId)
                .containsExactly(ada);
        assertThat(page(SeatState.HELD, "bob%").holders()).isEmpty();
        assertThat(page(SeatState.HELD, "bob_").total()).isEqualTo(1);
        assertThat(page(SeatState.WAITING, "e").total()).isEqualTo(1);
        assertThat(page(SeatState.GIVEN_UP, "e").total()).isZero();
    }

    @Test
    void everybodyIsToldWhoHasAReason() {
        List<String> told = new ArrayList<>();
        directory.call(LicenseReport.class, report -> {
            report.each("x6", holder -> told.add(holder.userName() + " " + holder.state()));
            return null;
        });
        assertThat(told).containsExactly("Ada HELD", "bob_1 HELD", "eve WAITING");
    }

    @Test
    void pagesCostTheSameHoweverLongTheyAre() throws Exception {
        int one = database.dataSource().statementsOf(() -> page(SeatState.HELD, null, 1));
        int two = database.dataSource().statementsOf(() -> page(SeatState.HELD, null, 2));
        assertThat(two).isEqualTo(one);
    }

    private SeatPage page(SeatState state, String search) {
        return page(state, search, 50);
    }

    private SeatPage page(SeatState state, String search, int count) {
        SeatQuery query = new SeatQuery("x6", state, search);
        return directory.call(LicenseReport.class, report -> report.page(query, 0, count));
    }
}
