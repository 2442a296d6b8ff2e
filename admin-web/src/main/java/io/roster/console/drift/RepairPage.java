package io.roster.console.drift;

import io.roster.console.reader.Feedback;
import io.roster.console.reader.Identity;
import io.roster.console.reader.Texts;
import io.roster.drift.Drift;
import io.roster.drift.DriftKind;
import io.roster.drift.Repair;
import io.roster.drift.RepairRefused;
import io.roster.drift.RepairStep;
import io.roster.drift.RepairStep.Place;
import io.roster.drift.Repairs;
import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What would mend one row, in Okta or in Roster, as both are now; and does it when asked to. */
@Named
@ViewScoped
public class RepairPage implements Serializable {

    private static final long serialVersionUID = 1L;

    /** How many are told one by one. */
    private static final int TOLD = 50;

    @EJB
    private Repairs repairs;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Identity identity;

    @Inject
    private Texts texts;

    @Inject
    private Feedback feedback;

    private final ArrayList<Line> lines = new ArrayList<>();
    private final ArrayList<String> notes = new ArrayList<>();
    private String id;
    private boolean inOkta;
    private String name;
    private String list;
    private String detail;
    private String digest;
    private Instant seen;
    private int count;

    /**
     * What one change comes to.
     *
     * @param place where, in words
     * @param name the attribute, or who
     * @param before its value; {@code null} for none
     * @param after its value then; {@code null} for none
     */
    public record Line(String place, String name, String before, String after) implements Serializable {}

    /**
     * Reads both sides; only administrators get here.
     *
     * @return the list, by a redirect, where the row is gone; otherwise {@code null}
     */
    public String open() throws IOException {
        if (!identity.isAdministrator()) {
            FacesContext faces = FacesContext.getCurrentInstance();
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_FORBIDDEN, "administrators only");
            faces.responseComplete();
            return null;
        }
        id = request.getParameter("id") == null ? "" : request.getParameter("id");
        inOkta = "okta".equals(request.getParameter("side"));
        try {
            show(repairs.propose(id, inOkta));
            return null;
        } catch (RepairRefused e) {
            feedback.refused(words(e));
            return "drift?faces-redirect=true";
        }
    }

    private void show(Repair repair) {
        Drift row = repair.row();
        name = row.name();
        list = row.group() ? "drift?of=groups" : "drift";
        digest = repair.digest();
        seen = repair.seen();
        detail = repair.detail();
        count = repair.steps().size();
        repair.steps().stream().limit(TOLD).map(this::line).forEach(lines::add);
        repair.steps().stream()
                .map(RepairStep::place)
                .filter(place -> place == Place.ASSIGN || place == Place.UNASSIGN)
                .forEach(place -> notes.add(texts.word("drift.means", place)));
        if (row.kind() == DriftKind.OKTA_ONLY && !inOkta && count > 0) {
            notes.add(texts.of(row.group() ? "drift.means.group" : "drift.means.person"));
        } else if (row.kind() == DriftKind.ROSTER_ONLY && !inOkta && count > 0) {
            notes.add(texts.of("drift.means.leaves"));
        }
        repair.notes().forEach(note -> notes.add(texts.word("drift.note", note)));
    }

    private Line line(RepairStep step) {
        return new Line(texts.word("drift.place", step.place()), step.name(), step.before(), step.after());
    }

    /**
     * Does what is shown, if it still holds.
     *
     * @return the list, by a redirect; this page again where it does not hold
     */
    public String repair() {
        try {
            repairs.apply(id, inOkta, digest, seen);
            feedback.done(texts.of(inOkta ? "drift.repaired.okta" : "drift.repaired.roster", name));
        } catch (RepairRefused e) {
            feedback.refused(words(e));
            if (e.reason() == RepairRefused.Reason.CHANGED) {
                return "drift-repair?faces-redirect=true&id=" + id + "&side=" + (inOkta ? "okta" : "roster");
            }
        }
        return list.contains("?") ? list + "&faces-redirect=true" : list + "?faces-redirect=true";
    }

    private String words(RepairRefused refused) {
        String key = "drift.refused." + refused.reason().name().toLowerCase(Locale.ROOT);
        return texts.of(key, refused.getMessage());
    }

    /** @return who, or which group */
    public String getName() {
        return name;
    }

    /** @return whether Okta is changed */
    public boolean isInOkta() {
        return inOkta;
    }

    /** @return the changes */
    public List<Line> getLines() {
        return lines;
    }

    /** @return how many more there are than are told */
    public int getMore() {
        return count - lines.size();
    }

    /** @return what is to be known about it */
    public List<String> getNotes() {
        return notes;
    }

    /** @return what Okta or Roster said; {@code null} for nothing */
    public String getDetail() {
        return detail;
    }

    /** @return the address of the list */
    public String getList() {
        return list;
    }
}
