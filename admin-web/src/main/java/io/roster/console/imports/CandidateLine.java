package io.roster.console.imports;

import io.roster.console.people.Change;
import io.roster.console.reader.Texts;
import io.roster.imports.Candidate;
import io.roster.imports.CandidateKind;
import io.roster.imports.CandidateMatch;
import io.roster.imports.CandidateState;
import io.roster.imports.Decision;
import io.roster.imports.RosterSide;
import io.roster.persistence.Documents;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;

/** A candidate as pages show it: Okta's side, Roster's side, and what would change. */
public class CandidateLine {

    private static final int SHORT = 3;

    private final Candidate candidate;
    private final Map<String, RosterSide> sides;
    private final Texts texts;
    private final JsonObject wanted;
    private final List<Change> changes;

    CandidateLine(Candidate candidate, Map<String, RosterSide> sides, Texts texts) {
        this.candidate = candidate;
        this.sides = sides;
        this.texts = texts;
        this.wanted = candidate.wanted() == null ? JsonValue.EMPTY_JSON_OBJECT : Documents.parse(candidate.wanted());
        this.changes = Change.read(candidate.differences());
    }

    /** @return the candidate */
    public Candidate getRow() {
        return candidate;
    }

    /** @return what Okta says to call the person or group; otherwise the userName there */
    public String getTitle() {
        String name = candidate.group() ? "" : PersonName.of(wanted);
        return name.isEmpty() ? candidate.oktaName() : name;
    }

    /** @return the userName in Okta, where the title says something else; otherwise empty */
    public String getUserName() {
        return getTitle().equals(candidate.oktaName()) ? "" : candidate.oktaName();
    }

    /** @return the address in Okta; {@code null} where the import has none */
    public String getEmail() {
        String email = RosterSide.email(wanted);
        return candidate.oktaName().equals(email) ? null : email;
    }

    /** @return whom it is about; {@code null} for somebody new, somebody who is not chosen yet, or who is gone */
    public RosterSide getSide() {
        return candidate.rosterId() == null ? null : sides.get(candidate.rosterId());
    }

    /** @return whether it would make somebody who is not here */
    public boolean isMaking() {
        return candidate.rosterId() == null
                && (candidate.kind() == CandidateKind.NEW || candidate.state() == CandidateState.CONFIRMED);
    }

    /** @return those to choose from, where nobody is chosen */
    public List<MatchLine> getMatches() {
        return candidate.rosterId() != null || isMaking()
                ? List.of()
                : candidate.matches().stream()
                        .map(match -> new MatchLine(match, sides.get(match.id()), reason(match)))
                        .toList();
    }

    /** @return what is equal, in words; empty where the kind is about something else */
    public String getReason() {
        return candidate.matches().isEmpty()
                ? ""
                : candidate.matches().stream()
                        .filter(match -> match.id().equals(candidate.rosterId()))
                        .findFirst()
                        .map(this::reason)
                        .orElseGet(() -> candidate.matches().size() == 1
                                ? reason(candidate.matches().get(0))
                                : texts.of(
                                        "import.match.several",
                                        candidate.matches().size()));
    }

    private String reason(CandidateMatch match) {
        List<String> paths = match.equal().stream()
                .map(path -> path.replaceFirst("^urn:[^ ]*:User:", ""))
                .toList();
        String last = paths.isEmpty() ? "" : paths.get(paths.size() - 1);
        return paths.size() < 2
                ? texts.of("import.match.one", last)
                : texts.of("import.match.all", String.join(", ", paths.subList(0, paths.size() - 1)), last);
    }

    /** @return what would change, or has changed */
    public List<Change> getChanges() {
        return changes;
    }

    /** @return whether so much would change that the page shows it only when asked */
    public boolean isFolded() {
        return changes.size() > SHORT;
    }

    /** @return the colour of the badge of its kind */
    public String getKind() {
        return switch (candidate.kind()) {
            case CONFLICT -> "red";
            case PARTIAL -> "amber";
            case EXACT, REACTIVATE -> "green";
            case NEW, UPDATE -> "blue";
            case DEACTIVATE -> "grey";
        };
    }

    /** @return the icon of the badge of its kind */
    public String getIcon() {
        return switch (candidate.kind()) {
            case CONFLICT -> "exclamation-triangle";
            case PARTIAL -> "question-circle";
            case EXACT -> "link";
            case REACTIVATE -> "check";
            case NEW -> "plus";
            case UPDATE -> "pencil";
            case DEACTIVATE -> "ban";
        };
    }

    /** @return the end of the bundle's key for its kind */
    public String getKindKey() {
        return ReviewAddress.key(candidate.kind());
    }

    /** @return whether it can be confirmed as it is shown */
    public boolean isConfirmed() {
        return can(Decision.CONFIRM) && (candidate.rosterId() != null || candidate.kind() == CandidateKind.NEW);
    }

    /** @return whether somebody else can be chosen for it */
    public boolean isChosen() {
        boolean unlinked = candidate.kind() == CandidateKind.EXACT
                || candidate.kind() == CandidateKind.PARTIAL
                || candidate.kind() == CandidateKind.CONFLICT
                || candidate.kind() == CandidateKind.NEW;
        return unlinked && !candidate.group() && can(Decision.CONFIRM);
    }

    /** @return whether somebody new can be made of it although some match */
    public boolean isCreated() {
        boolean unsure = candidate.kind() == CandidateKind.PARTIAL || candidate.kind() == CandidateKind.CONFLICT;
        return unsure && can(Decision.CREATE);
    }

    /** @return whether it can be ignored */
    public boolean isIgnored() {
        return isOpen() && Decision.IGNORE.isPossibleFrom(candidate.state());
    }

    /** @return whether a decision can be taken back */
    public boolean isReopened() {
        return isOpen() && Decision.REOPEN.isPossibleFrom(candidate.state());
    }

    private boolean can(Decision decision) {
        return isOpen() && candidate.wanted() != null && decision.isPossibleFrom(candidate.state());
    }

    private boolean isOpen() {
        return candidate.preview().isEmpty();
    }
}
