package io.roster.imports;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;

/** When something is to happen: a UNIX cron expression of five fields, by the clocks of a time zone. */
public final class CronSchedule {

    /** Over which time two schedules are compared: every weekday and most days of a month come in it, each hour often. */
    private static final Duration COMPARED = Duration.ofDays(31);

    /** More often than that, counting does not go on. */
    private static final int MOST_COUNTED = 300;

    private final Cron cron;
    private final ZoneId zone;

    private CronSchedule(Cron cron, ZoneId zone) {
        this.cron = cron;
        this.zone = zone;
    }

    /**
     * Reads an expression.
     *
     * @param expression minute, hour, day of the month, month and day of the week, separated by blanks
     * @param zone whose clocks count; a time that a change of clocks leaves out comes at the end of the gap
     * @return when to do it
     * @throws IllegalArgumentException when it is none; the message says why
     */
    public static CronSchedule of(String expression, ZoneId zone) {
        var parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
        return new CronSchedule(parser.parse(expression).validate(), zone);
    }

    /**
     * The next time.
     *
     * @param time any
     * @return the first time after it; empty where there is none, as on 30 February
     */
    public Optional<Instant> after(Instant time) {
        Optional<Instant> regular = next(ZonedDateTime.ofInstant(time, zone)).map(ZonedDateTime::toInstant);
        for (ZoneOffsetTransition change = zone.getRules().nextTransition(time);
                change != null && regular.filter(change.getInstant()::isBefore).isPresent();
                change = zone.getRules().nextTransition(change.getInstant())) {
            if (change.isGap() && isIn(change)) {
                return Optional.of(change.getInstant());
            }
        }
        return regular;
    }

    private Optional<ZonedDateTime> next(ZonedDateTime time) {
        return ExecutionTime.forCron(cron).nextExecution(time);
    }

    // The library passes by what no clock shows.
    private boolean isIn(ZoneOffsetTransition gap) {
        ZonedDateTime before = gap.getDateTimeBefore().minusSeconds(1).atZone(ZoneOffset.UTC);
        return next(before)
                .filter(next -> next.toLocalDateTime().isBefore(gap.getDateTimeAfter()))
                .isPresent();
    }

    /**
     * Whether a time has come since.
     *
     * @param last when it was last done, or could have been done at the earliest
     * @param now the present
     * @return whether it is to be done now; however often it was missed, once
     */
    public boolean isDue(Instant last, Instant now) {
        return after(last).filter(next -> !next.isAfter(now)).isPresent();
    }

    /**
     * Compares with another schedule, over the month that begins with a time.
     *
     * @param other to compare with
     * @param from the month's beginning
     * @return whether this one comes more often
     */
    public boolean isMoreOftenThan(CronSchedule other, Instant from) {
        return perHour(from) > other.perHour(from);
    }

    private double perHour(Instant from) {
        Instant end = from.plus(COMPARED);
        Instant first = null;
        Instant last = from;
        for (int count = 0; count < MOST_COUNTED; count++) {
            Optional<Instant> next = after(last).filter(time -> time.isBefore(end));
            if (next.isEmpty()) {
                return (double) count / COMPARED.toHours();
            }
            last = next.get();
            first = first == null ? last : first;
        }
        // From the first one on: how soon that comes says nothing about how often.
        return (MOST_COUNTED - 1) * 60.0 / Duration.between(first, last).toMinutes();
    }
}
