package io.roster.telephony;

import io.roster.persistence.Ids;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Numbers that wait to be confirmed or to be added in the background, within the caller's transaction. */
@Dependent
class NumberParts {

    /** How many numbers a part has at most: few enough that a lease is renewed long before it ends. */
    static final int SIZE = 1_000;

    private static final long TO_THE_END = Long.MAX_VALUE;

    @Inject
    private Rows rows;

    private record Kept(int part, NumberPart numbers) {}

    /** Keeps numbers for a time and returns the id under which they are. */
    String keep(List<String> inPlans, List<String> outsidePlans, Instant until) {
        String id = Ids.next();
        int parts = insert(id, 0, inPlans, false, until);
        insert(id, parts, outsidePlans, true, until);
        return id;
    }

    private int insert(String id, int first, List<String> numbers, boolean outsidePlans, Instant until) {
        int part = first;
        for (int from = 0; from < numbers.size(); from += SIZE) {
            List<String> some = numbers.subList(from, Math.min(from + SIZE, numbers.size()));
            rows.change(
                    "insert into number_part (owner_id, part, outside_plans, amount, numbers, kept_until)"
                            + " values (?, ?, ?, ?, ?, ?)",
                    id,
                    part++,
                    outsidePlans,
                    some.size(),
                    String.join("\n", some),
                    until.toEpochMilli());
        }
        return part;
    }

    void forgetBefore(Instant now) {
        rows.change("delete from number_part where kept_until < ?", now.toEpochMilli());
    }

    /**
     * Takes over what is kept, for good.
     *
     * @param outsidePlans whether numbers that no plan has are wanted; they are forgotten otherwise
     * @return how many numbers there are
     * @throws NumberRefused when they were taken over before, or their time is over
     */
    int claim(String id, boolean outsidePlans, Instant now) {
        int parts = rows.change(
                "update number_part set kept_until = ? where owner_id = ? and kept_until >= ? and kept_until < ?",
                TO_THE_END,
                id,
                now.toEpochMilli(),
                TO_THE_END);
        if (parts == 0) {
            throw new NumberRefused(NumberRefused.Reason.UPLOAD_GONE);
        }
        if (!outsidePlans) {
            rows.change("delete from number_part where owner_id = ? and outside_plans = ?", id, true);
        }
        return rows.list("select sum(amount) from number_part where owner_id = ?", row -> row.getInt(1), id)
                .get(0);
    }

    /** The next part, which nobody else gets if this transaction ends well; empty where none is left. */
    Optional<NumberPart> take(String id) {
        while (true) {
            List<Kept> next = rows.list(
                    "select part, outside_plans, numbers from number_part where owner_id = ? order by part"
                            + " fetch first 1 rows only",
                    row -> new Kept(
                            row.getInt(1),
                            new NumberPart(List.of(row.getString(3).split("\n")), row.getBoolean(2))),
                    id);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            Kept kept = next.get(0);
            if (rows.change("delete from number_part where owner_id = ? and part = ?", id, kept.part()) == 1) {
                return Optional.of(kept.numbers());
            }
        }
    }
}
