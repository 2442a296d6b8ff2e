package io.roster.console.syncback;

import io.roster.console.reader.Texts;
import io.roster.outbox.RunEnding;
import io.roster.outbox.SyncbackRun;
import io.roster.outbox.SyncbackRuns;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A run as pages show it. */
public class RunRow {

    private final SyncbackRun run;
    private final Texts texts;
    private final Instant now = Instant.now();

    RunRow(SyncbackRun run, Texts texts) {
        this.run = run;
        this.texts = texts;
    }

    /** @return the run */
    public SyncbackRun getRun() {
        return run;
    }

    /** @return whether it goes on */
    public boolean isGoingOn() {
        return run.ending() == null && run.beat().plus(SyncbackRuns.LEASE).isAfter(now);
    }

    /** @return the key of its state: running, stopping, or how it ended */
    public String getState() {
        if (isGoingOn()) {
            return run.stopping() ? "stopping" : "running";
        }
        return (run.ending() == null ? RunEnding.LOST : run.ending()).name().toLowerCase(Locale.ROOT);
    }

    /** @return the colour of its badge */
    public String getKind() {
        return switch (getState()) {
            case "drained" -> "green";
            case "running", "stopping" -> "blue";
            case "stopped", "off" -> "grey";
            case "not_configured", "unreachable", "lost" -> "amber";
            default -> "red";
        };
    }

    /** @return the icon of its badge */
    public String getIcon() {
        return switch (getKind()) {
            case "green" -> "check";
            case "blue" -> "sync";
            case "grey" -> "pause";
            default -> "exclamation-triangle";
        };
    }

    /** @return how long it took so far, in words */
    public String getDuration() {
        Instant end = run.ended() != null ? run.ended() : isGoingOn() ? now : run.beat();
        long seconds = Math.max(0, Duration.between(run.started(), end).toSeconds());
        return seconds < 60
                ? texts.of("sync.seconds", seconds)
                : texts.of("sync.minutes", seconds / 60, "%02d".formatted(seconds % 60));
    }

    /** @return what it did, in words, without what it did to nobody */
    public String getDone() {
        var counts = run.counts();
        String done = Stream.of(
                        part("sync.did.written", counts.written()),
                        part("sync.did.unchanged", counts.unchanged()),
                        part("sync.did.retried", counts.retried()),
                        part("sync.did.parked", counts.parked()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", ", ": ", ""));
        return texts.of("sync.done", counts.people()) + (done.length() > 2 ? done : "");
    }

    private String part(String key, long people) {
        return people == 0 ? "" : texts.of(key, people);
    }

    /** @return how much of Okta's limits was left, in words; empty where Okta did not say */
    public String getHeadroom() {
        var counts = run.counts();
        String headroom = counts.rateLimit() == 0
                ? ""
                : texts.of(
                        "sync.headroom",
                        counts.lowestRemaining(),
                        counts.rateLimit(),
                        counts.rateLimited() - counts.crowded());
        return counts.crowded() == 0
                ? headroom
                : (headroom + " " + texts.of("sync.crowded", counts.crowded(), counts.fewestAtOnce())).strip();
    }
}
