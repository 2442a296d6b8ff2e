package io.roster.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.TestDatabase;
import io.roster.telephony.NumberRefused.Reason;
import io.roster.telephony.PoolQuery.Sort;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OnEachDatabase
class ExtensionRangesTest {

    @Parameter
    TestDatabase database;

    private Erika erika;
    private String ada;
    private String berlin;

    @BeforeEach
    void ranges() {
        erika = new Erika(database);
        ada = erika.person("ada", true);
        berlin = erika.call(ExtensionRanges.class, ranges -> ranges.add(" Berlin ", "0100", "0119"));
        erika.call(ExtensionRanges.class, ranges -> ranges.add("Bonn", "200", "209"));
    }

    @Test
    void aRangeTellsHowMuchOfItIsInUse() {
        String bob = erika.person("bob", true);
        String eve = erika.person("eve", true);
        assertThat(next(ada, berlin)).isEqualTo("0100");
        assertThat(next(bob, berlin)).isEqualTo("0101");
        assertThat(next(eve, "")).isEqualTo("0102");
        assertThat(erika.services(eve)).contains("\"extension\":\"0102\"");
        erika.run(Pools.class, all -> all.release(PoolKind.EXTENSION, bob));
        List<RangeUse> list = erika.call(ExtensionRanges.class, ExtensionRanges::list);
        assertThat(list).extracting(use -> use.range().getName()).containsExactly("Berlin", "Bonn");
        assertThat(list.get(0))
                .extracting(RangeUse::assigned, RangeUse::resting, RangeUse::free, RangeUse::all)
                .containsExactly(2, 1, 17, 20);
        assertThat(list.get(1).free()).isEqualTo(10);
        PoolQuery assigned = new PoolQuery(berlin, null, null, PoolState.ASSIGNED, Sort.VALUE, true);
        PoolPage page = erika.call(Pools.class, all -> all.page(PoolKind.EXTENSION, assigned, 0, 10));
        assertThat(page.rows()).extracting(PoolRow::value).containsExactly("0102", "0100");
        PoolQuery byDigits = new PoolQuery(berlin, "0", "011", null, Sort.VALUE, false);
        assertThat(erika.call(Pools.class, all -> all.page(PoolKind.EXTENSION, byDigits, 5, 2))
                        .rows())
                .extracting(PoolRow::value)
                .containsExactly("0115", "0116");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 300, 309, NAME",
        "N, 3, 9, DIGITS",
        "N, 300, 3009, DIGITS",
        "N, 30a, 309, DIGITS",
        "N, 12345678901, 12345678902, DIGITS",
        "N, 309, 300, EXTENSION_ORDER",
        "N, 000000, 100000, EXTENSION_SIZE",
        "N, 0119, 0130, OVERLAP",
        "N, 0000, 0100, OVERLAP",
        "N, 0105, 0106, OVERLAP",
        "N, 0000, 9999, OVERLAP"
    })
    void whatIsNoRangeIsRefused(String name, String first, String last, Reason reason) {
        refused(reason, ranges -> ranges.add(name, first, last));
    }

    @Test
    void lengthsKeepExtensionsApart() {
        erika.run(ExtensionRanges.class, ranges -> ranges.add("Short", "010", "011"));
        erika.run(ExtensionRanges.class, ranges -> ranges.add("Beside", "0120", "0129"));
        assertThat(erika.count("extension_number")).isEqualTo(42);
    }

    @Test
    void aRangeGrowsAndShrinksWhereNothingIsAssigned() {
        erika.run(Pools.class, all -> all.assign(PoolKind.EXTENSION, ada, "0119", false));
        change("0098", "0119");
        assertThat(use().free()).isEqualTo(21);
        refused(Reason.IN_USE, ranges -> ranges.change(berlin, version(), "Berlin", "0098", "0118"));
        assertThat(use().all()).isEqualTo(22);
        change("0110", "0119");
        assertThat(use().all()).isEqualTo(10);
        assertThat(erika.services(ada)).contains("0119");
        refused(Reason.IN_USE, ranges -> ranges.delete(berlin, version()));
        erika.run(Pools.class, all -> all.release(PoolKind.EXTENSION, ada));
        change("01000", "01009");
        assertThat(use().all()).isEqualTo(10);
        long last = version();
        erika.run(ExtensionRanges.class, ranges -> ranges.delete(berlin, last));
        assertThat(erika.count("extension_number")).isEqualTo(10);
        refused(Reason.GONE, ranges -> ranges.delete(berlin, last));
    }

    @Test
    void whoSawAnOlderVersionIsTold() {
        long seen = version();
        erika.run(ExtensionRanges.class, ranges -> ranges.change(berlin, seen, "Berlin Mitte", "0100", "0119"));
        refused(Reason.CHANGED, ranges -> ranges.change(berlin, seen, "Mine", "0100", "0119"));
        refused(Reason.CHANGED, ranges -> ranges.delete(berlin, seen));
        refused(Reason.OVERLAP, ranges -> ranges.change(berlin, version(), "Berlin", "199", "200"));
    }

    private void change(String first, String last) {
        long version = version();
        erika.run(ExtensionRanges.class, ranges -> ranges.change(berlin, version, "Berlin", first, last));
    }

    private long version() {
        return use().range().getVersion();
    }

    private RangeUse use() {
        Optional<RangeUse> found = erika.call(ExtensionRanges.class, ranges -> ranges.find(berlin));
        return found.orElseThrow();
    }

    private String next(String personId, String rangeId) {
        return erika.call(Pools.class, all -> all.assignNext(PoolKind.EXTENSION, personId, rangeId, false));
    }

    private void refused(Reason reason, Consumer<ExtensionRanges> call) {
        assertThatThrownBy(() -> erika.run(ExtensionRanges.class, call))
                .isInstanceOfSatisfying(NumberRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(reason));
    }
}
