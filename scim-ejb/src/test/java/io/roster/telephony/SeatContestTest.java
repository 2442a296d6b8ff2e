package io.roster.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.persistence.Conflicts;
import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.Sql;
import io.roster.persistence.TestDatabase;
import io.roster.scim.schema.SchemaRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Administrators and two reconciliations fight for the last seats. */
@OnEachDatabase
class SeatContestTest {

    private static final int SEATS = 12;
    private static final int PEOPLE = 40;
    private static final int THREADS = 6;

    @Parameter
    TestDatabase database;

    @Test
    void thereAreNeverMoreThanThereAre() throws Exception {
        LicenseDirectory directory = new LicenseDirectory(database);
        directory.license("x6", SEATS);
        List<String> people = IntStream.range(0, PEOPLE)
                .mapToObj(i -> directory.person("p" + i))
                .toList();
        String group = directory
                .group("Members", people.subList(0, PEOPLE / 2).toArray(String[]::new))
                .id();
        directory.rule("x6", group);

        List<Callable<Integer>> contestants = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int first = i;
            contestants.add(() -> fight(people, first));
        }
        for (int i = 0; i < 2; i++) {
            contestants.add(() -> {
                ReconciledSeats.run(database);
                return 0;
            });
        }
        int refused = run(contestants);

        assertThat(number("select seats_used from license")).isEqualTo(SEATS);
        assertThat(number("select count(*) from license_seat where state = 'HELD'"))
                .isEqualTo(SEATS);
        assertThat(refused).isPositive();
        assertThat(number("select count(*) from license_work")).isZero();
        assertThat(number("select count(*) from person where document like '%\"licenses\":[{\"value\":\"x6\"%'"))
                .isEqualTo(SEATS);
    }

    /** Assigns to everybody, some of them in one call, and releases some: each call is a transaction, as on a server. */
    private int fight(List<String> people, int first) {
        int refused = 0;
        for (int i = first; i < people.size(); i += THREADS) {
            List<String> three =
                    List.of(people.get(i), people.get((i + 7) % PEOPLE), people.get((i + 20) % PEOPLE)).stream()
                            .distinct()
                            .sorted()
                            .toList();
            refused += (int) call(true, three).stream()
                    .filter(outcome -> outcome.result() == SeatResult.NO_SEAT)
                    .count();
            if (i % 3 == 0) {
                call(false, three.subList(0, 1));
                refused += (int) call(true, three).stream()
                        .filter(outcome -> outcome.result() == SeatResult.NO_SEAT)
                        .count();
            }
        }
        return refused;
    }

    private List<SeatOutcome> call(boolean assign, List<String> people) {
        return Conflicts.retried(() -> database.call(
                LicenseWriter.class,
                writer -> assign
                        ? writer.assign(
                                LicenseDirectory.OKTA, SchemaRegistry.standard().user(), "x6", people)
                        : writer.release(
                                LicenseDirectory.OKTA, SchemaRegistry.standard().user(), "x6", people)));
    }

    private static int run(List<Callable<Integer>> contestants) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(contestants.size());
        try {
            int sum = 0;
            for (Future<Integer> one : threads.invokeAll(contestants, 2, TimeUnit.MINUTES)) {
                sum += one.get();
            }
            return sum;
        } finally {
            threads.shutdownNow();
        }
    }

    private int number(String sql) {
        return Sql.of(sql).list(database.dataSource(), row -> row.getInt(1)).get(0);
    }
}
