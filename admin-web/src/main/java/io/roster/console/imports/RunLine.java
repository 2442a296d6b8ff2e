package io.roster.console.imports;

import io.roster.console.reader.Texts;
import io.roster.imports.ImportKind;
import io.roster.imports.ImportRun;
import io.roster.imports.ImportRuns;
import io.roster.imports.ImportState;
import io.roster.imports.ImportStep;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** A run of the import as pages show it. */
public class RunLine {

    private final ImportRun run;
    private final Texts texts;
    private final Instant now = Instant.now();

    RunLine(ImportRun run, Texts texts) {
        this.run = run;
        this.texts = texts;
    }

    /** @return the run */
    public ImportRun getRun() {
        return run;
    }

    /** @return whether it goes on; also while no server has it, and another one is about to take it */
    public boolean isGoingOn() {
        return run.state() == ImportState.RUNNING;
    }

    /** @return whether the safeguard stopped it, and nobody has decided yet */
    public boolean isHeld() {
        return run.state() == ImportState.HELD;
    }

    /** @return the key of its state: running, stopping, waiting for a server, or how it stands or ended */
    public String getState() {
        if (!isGoingOn()) {
            return key(run.state());
        } else if (run.beat().plus(ImportRuns.LEASE).isBefore(now)) {
            return "lost";
        }
        return run.stopping() ? "stopping" : "running";
    }

    /** @return the colour of its badge */
    public String getKind() {
        return switch (getState()) {
            case "done" -> "green";
            case "running", "stopping" -> "blue";
            case "cancelled" -> "grey";
            case "failed" -> "red";
            default -> "amber";
        };
    }

    /** @return the icon of its badge */
    public String getIcon() {
        return switch (getKind()) {
            case "green" -> "check";
            case "blue" -> "sync";
            case "grey" -> "times";
            default -> isHeld() ? "pause" : "exclamation-triangle";
        };
    }

    /** @return what it is: how much it reads, or that it is a dry run */
    public String getTitle() {
        return texts.word(run.dryRun() ? "import.run.dry" : "import.run.kind", run.kind());
    }

    /** @return the schedule, or who started it */
    public String getCause() {
        if (run.startedBy() != null) {
            return texts.of("import.run.by", run.startedBy());
        }
        return texts.of(run.kind() == ImportKind.CONFIRMED ? "import.run.by.itself" : "import.run.by.timer");
    }

    /** @return how long it took so far, in words */
    public String getDuration() {
        Instant end = run.ended() != null ? run.ended() : isGoingOn() ? now : run.beat();
        long seconds = Math.max(0, Duration.between(run.started(), end).toSeconds());
        return seconds < 60
                ? texts.of("sync.seconds", seconds)
                : texts.of("sync.minutes", seconds / 60, "%02d".formatted(seconds % 60));
    }

    /** @return what the step that it is in, or was last, has done so far, in words */
    public String getProgress() {
        return switch (run.step()) {
            case FETCH -> getRead();
            case MATCH -> texts.of("import.progress.match", getDone(), getOf());
            case SAFEGUARD -> texts.of("import.progress.safeguard");
            case APPLY -> texts.of("import.progress.apply", run.applied() + run.refused(), run.toApply());
        };
    }

    /** @return what it has read of Okta, in words */
    public String getRead() {
        return texts.of("import.progress.fetch", run.usersFetched(), run.groupsFetched(), run.membersFetched());
    }

    /** @return how much of the step is done */
    public long getDone() {
        return run.step() == ImportStep.APPLY
                ? run.applied() + run.refused()
                : run.usersMatched() + run.groupsMatched();
    }

    /** @return of how much; 0 where that is not known */
    public long getOf() {
        return switch (run.step()) {
            case MATCH -> run.usersFetched() + run.groupsFetched();
            case APPLY -> run.toApply();
            default -> 0;
        };
    }

    /** @return what it did, in words */
    public String getOutcome() {
        if (run.kind() == ImportKind.COMPARISON) {
            return getRead() + ' ' + texts.of("import.did.comparison");
        }
        String read = run.kind() == ImportKind.CONFIRMED ? "" : getRead() + ' ';
        return read
                + (run.dryRun() ? texts.of("import.did.dry") : texts.of("import.did", run.applied(), run.refused()));
    }

    /** @return the end of the bundle's key for its step */
    public String getStep() {
        return key(run.step());
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
