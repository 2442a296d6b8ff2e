package io.roster.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.roster.persistence.ExplainingDataSource;
import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.TestDatabase;
import io.roster.telephony.NumberRefused.Reason;
import io.roster.telephony.PoolQuery.Sort;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pool as it is listed and filled. */
@OnEachDatabase
class NumberListTest {

    private static final int MANY = 3_000;

    @Parameter
    TestDatabase database;

    private Erika erika;
    private String ada;

    @BeforeEach
    void pool() {
        erika = new Erika(database);
        ada = erika.person("ada", true);
        erika.run(NumberPool.class, pool -> pool.addRange("+493023125001", "+493023125004", null, false));
        erika.run(NumberPool.class, pool -> pool.add("+14155550100", null, false));
        erika.run(Pools.class, all -> all.assign(PoolKind.NUMBER, ada, "+493023125002", false));
        String bob = erika.person("bob", true);
        erika.run(Pools.class, all -> all.assign(PoolKind.NUMBER, bob, "+493023125003", false));
        erika.run(Pools.class, all -> all.release(PoolKind.NUMBER, bob));
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', '', VALUE, false, 0100 5001 5002 5003 5004",
        "'', '', '', VALUE, true, 5004 5003 5002 5001 0100",
        "'', '', FREE, VALUE, false, 0100 5001 5004",
        "'', '', RESTING, VALUE, false, 5003",
        "'', '', ASSIGNED, VALUE, false, 5002",
        "'', '', '', CHANGED, true, 5003 5002 0100 5004 5001",
        "'', +4930, FREE, VALUE, false, 5001 5004",
        "'', 0049 30 23125, '', VALUE, true, 5004 5003 5002 5001",
        "030 23125 00, '', '', VALUE, false, 5001 5002 5003 5004",
        "5002, '', '', VALUE, false, 5002",
        "Ada, '', '', VALUE, false, 5002",
        "of a, '', '', VALUE, false, 5002",
        "of b, '', '', VALUE, false, ''",
        "nobody, '', FREE, VALUE, false, ''"
    })
    void whatIsListed(String search, String prefix, String state, Sort sort, boolean descending, String endings) {
        PoolQuery query = new PoolQuery(
                null,
                search.isEmpty() ? null : search,
                prefix.isEmpty() ? null : prefix,
                state.isEmpty() ? null : PoolState.valueOf(state),
                sort,
                descending);
        PoolPage page = page(query, 0, 50);
        List<String> listed = page.rows().stream()
                .map(row -> row.value().substring(row.value().length() - 4))
                .toList();
        // Of those that were added at once, none is older.
        if (sort == Sort.CHANGED) {
            assertThat(listed.subList(0, 2)).containsExactly("5003", "5002");
            assertThat(listed).hasSize(5);
        } else {
            assertThat(String.join(" ", listed)).isEqualTo(endings);
        }
        assertThat(page.total()).isEqualTo(listed.size());
    }

    @Test
    void pagesFollowEachOtherInBothDirections() {
        for (boolean descending : new boolean[] {false, true}) {
            PoolQuery query = new PoolQuery(null, null, null, null, Sort.VALUE, descending);
            List<String> all = values(page(query, 0, 50));
            List<String> walked = IntStream.of(0, 2, 4, 6)
                    .mapToObj(offset -> values(page(query, offset, 2)))
                    .flatMap(List::stream)
                    .toList();
            assertThat(walked).isEqualTo(all).hasSize(5);
        }
    }

    @Test
    void aLongListIsReadByIndexAndWithAsManyStatementsAsAShortOne() throws Exception {
        fill();
        for (PoolState state : new PoolState[] {null, PoolState.FREE, PoolState.ASSIGNED}) {
            PoolQuery query = new PoolQuery(null, null, null, state, Sort.VALUE, true);
            ExplainingDataSource explaining = new ExplainingDataSource(database);
            PoolPage page = database.inTransaction(entities -> database.boundaries(entities)
                    .with(DataSource.class, explaining.dataSource())
                    .get(PoolList.class)
                    .page(PoolKind.NUMBER, query, 100, 50));
            assertThat(page.rows()).hasSize(state == PoolState.ASSIGNED ? 0 : 50);
            noScan(explaining);
            int statements = database.dataSource()
                    .statementsOf(
                            () -> database.call(PoolList.class, list -> list.page(PoolKind.NUMBER, query, 0, 50)));
            assertThat(statements).isEqualTo(3);
        }
    }

    @Test
    void theNextFreeOneIsFoundByIndexWithoutSorting() {
        fill();
        ExplainingDataSource explaining = new ExplainingDataSource(database);
        NextFree next = database.inTransaction(entities -> database.boundaries(entities)
                .with(DataSource.class, explaining.dataSource())
                .get(NextFree.class));
        assertThat(next.find(Within.prefix(PoolKind.NUMBER, "+4930"), System.currentTimeMillis(), 1))
                .containsExactly("+493023110001");
        next.find(Within.prefix(PoolKind.EXTENSION, ""), System.currentTimeMillis(), 1);
        next.find(Within.range("none"), System.currentTimeMillis(), 1);
        noScan(explaining);
        assertThat(explaining.plans()).doesNotContain("Sort ResultSet", "Sort Key");
    }

    @Test
    void aFileIsInThePoolOnceItIsConfirmed() {
        NumberUpload upload = check("number\n+493023125001\n030 23126001\nx\n030 23126001\n030 23126002");
        assertThat(upload.numbers()).isEqualTo(2);
        assertThat(upload.wrong()).isEqualTo(3);
        assertThat(upload.problems())
                .extracting(LineProblem::line, LineProblem::reason)
                .containsExactly(tuple(2, Reason.IN_POOL), tuple(4, Reason.NOT_A_NUMBER), tuple(5, Reason.TWICE));
        assertThat(erika.count("phone_number")).isEqualTo(5);
        erika.run(NumberPool.class, pool -> pool.add("+493023126002", null, false));
        AddedNumbers added = erika.call(NumberPool.class, pool -> pool.confirm(upload.id(), false));
        assertThat(added).isEqualTo(new AddedNumbers(1, 1, null));
        assertThatThrownBy(() -> erika.run(NumberPool.class, pool -> pool.confirm(upload.id(), false)))
                .isInstanceOfSatisfying(NumberRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Reason.UPLOAD_GONE));
        assertThat(check("x\n").id()).isNull();
    }

    @Test
    void aLargeFileTakesAsManyStatementsAsItHasBatches() throws Exception {
        String file = IntStream.range(0, 1_000)
                .mapToObj(i -> "+4930231" + (20_000 + i))
                .collect(Collectors.joining("\n"));
        int checking = database.dataSource().statementsOf(() -> check(file));
        // Two to look for what is in the pool, two to keep what is not
        assertThat(checking).isEqualTo(4);
        NumberUpload upload = check(file);
        int adding = database.dataSource()
                .statementsOf(() -> erika.call(NumberPool.class, pool -> pool.confirm(upload.id(), false)));
        assertThat(adding).isLessThanOrEqualTo(12);
        assertThat(erika.count("phone_number")).isEqualTo(1_005);
    }

    @Test
    void whatNoNumberingPlanHasIsAddedOnlyDeliberatelyAndTheEventSaysSo() {
        String unknown = "+1 123 555 0100";
        assertThatThrownBy(() -> erika.run(NumberPool.class, pool -> pool.add(unknown, null, false)))
                .isInstanceOfSatisfying(NumberRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Reason.NOT_IN_PLAN));
        assertThatThrownBy(() ->
                        erika.run(NumberPool.class, pool -> pool.addRange(unknown, "+1 123 555 0109", null, false)))
                .isInstanceOf(NumberRefused.class);
        assertThat(erika.count("phone_number")).isEqualTo(5);
        erika.run(NumberPool.class, pool -> pool.add(unknown, null, true));
        assertThat(erika.count("audit_event where changes like '%outsideNumberingPlans%'"))
                .isOne();
        NumberUpload upload = check("+493023126001\n+1 123 555 0100\n+1 123 555 0101\n+1 123 555 0102");
        assertThat(upload.numbers()).isOne();
        assertThat(upload.outsidePlans()).isEqualTo(2);
        AddedNumbers first = erika.call(NumberPool.class, pool -> pool.confirm(upload.id(), false));
        assertThat(first).isEqualTo(new AddedNumbers(1, 0, null));
        NumberUpload again = check("+493023126001\n+1 123 555 0100\n+1 123 555 0101\n+1 123 555 0102");
        AddedNumbers second = erika.call(NumberPool.class, pool -> pool.confirm(again.id(), true));
        assertThat(second).isEqualTo(new AddedNumbers(2, 0, null));
    }

    @Test
    void addingARangeKeepsWhatIsThere() {
        AddedNumbers added =
                erika.call(NumberPool.class, pool -> pool.addRange("+493023125000", "+493023125009", null, false));
        assertThat(added).isEqualTo(new AddedNumbers(6, 4, null));
        assertThat(erika.call(Pools.class, all -> all.find(PoolKind.NUMBER, "+493023125002"))
                        .orElseThrow()
                        .personId())
                .isEqualTo(ada);
        assertThatThrownBy(() -> erika.run(NumberPool.class, pool -> pool.add("030 23125000", "DE", false)))
                .isInstanceOfSatisfying(NumberRefused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(Reason.IN_POOL);
                    assertThat(refused.values()).isEqualTo(List.of("+49 30 23125000"));
                });
    }

    private void fill() {
        database.run(entities -> erika.boundary(PoolRows.class, entities)
                .addNumbers(
                        IntStream.rangeClosed(1, MANY)
                                .mapToObj(i -> "+4930231" + (10_000 + i))
                                .toList(),
                        "erika"));
        ExplainingDataSource.analyze(database);
    }

    private static void noScan(ExplainingDataSource explaining) {
        assertThat(explaining.plans())
                .doesNotContainPattern("Table Scan ResultSet for (PHONE|EXTENSION)_NUMBER ")
                .doesNotContainPattern("Seq Scan on (phone|extension)_number");
    }

    private NumberUpload check(String file) {
        return erika.call(NumberPool.class, pool -> {
            try {
                return pool.check(new StringReader(file), "DE");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private PoolPage page(PoolQuery query, int offset, int count) {
        return erika.call(Pools.class, all -> all.page(PoolKind.NUMBER, query, offset, count));
    }

    private static List<String> values(PoolPage page) {
        return page.rows().stream().map(PoolRow::value).toList();
    }
}
