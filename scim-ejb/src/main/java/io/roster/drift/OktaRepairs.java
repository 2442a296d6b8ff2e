package io.roster.drift;

import io.roster.drift.OktaSide.SeenUser;
import io.roster.drift.Repair.Note;
import io.roster.drift.RepairStep.Place;
import io.roster.imports.FetchedUser;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** What brings a user of Okta, and the app's part of them, in line with Roster. Pure. */
final class OktaRepairs {

    private final List<RepairStep> steps = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();

    List<RepairStep> steps() {
        return steps;
    }

    List<Note> notes() {
        return notes;
    }

    /** What is to be done about what differs now. */
    static OktaRepairs of(Drift now, SeenUser seen) {
        OktaRepairs repairs = new OktaRepairs();
        String status = seen.user().status();
        switch (now.kind()) {
            case OKTA_ONLY -> repairs.unassign(now, seen);
            case ROSTER_ONLY -> {
                if (status.equals("DEPROVISIONED")) {
                    repairs.note(Note.DEACTIVATED);
                } else {
                    repairs.steps.add(new RepairStep(Place.ASSIGN, now.name(), null, null, now.oktaId()));
                }
            }
            case DIFFERENT -> now.fields().forEach(field -> repairs.add(now, field, seen));
        }
        return repairs;
    }

    private void unassign(Drift now, SeenUser seen) {
        if (seen.direct()) {
            steps.add(new RepairStep(Place.UNASSIGN, now.name(), null, null, now.oktaId()));
        } else {
            note(Note.BY_GROUP);
        }
    }

    private void note(Note note) {
        if (!notes.contains(note)) {
            notes.add(note);
        }
    }

    private void add(Drift now, DriftField field, SeenUser seen) {
        Matcher source = PersonDrift.PLAIN.matcher(field.source() == null ? "" : field.source());
        if (field.name().equals(PersonDrift.ACTIVE)) {
            unassign(now, seen);
        } else if (PersonDrift.isTelephony(field.name())) {
            steps.add(new RepairStep(
                    Place.SYNC_BACK, source.matches() ? source.group(2) : "", field.okta(), field.roster(), null));
        } else if (!source.matches()
                || field.name().equals(PersonDrift.USER_NAME) && source.group(1).equals("user")) {
            note(Note.EXPRESSION);
        } else if (source.group(1).equals("appuser")) {
            change(Place.APP_USER, source.group(2), field.app(), field.roster());
        } else {
            ofUser(field, source.group(2), seen.user());
        }
    }

    private void ofUser(DriftField field, String attribute, FetchedUser user) {
        if (user.profile().containsKey(attribute) && !(user.profile().get(attribute) instanceof JsonString)) {
            note(Note.NO_TEXT);
            return;
        }
        change(Place.USER, attribute, field.okta(), field.roster());
        if (field.app() != null) {
            change(Place.APP_USER, PersonDrift.appAttribute(field.name()), field.app(), field.roster());
        }
    }

    private void change(Place place, String attribute, String before, String after) {
        if (!DriftField.same(before, after)) {
            steps.add(new RepairStep(place, attribute, before, after, null));
        }
    }
}
