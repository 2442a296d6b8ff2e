package io.roster.drift;

import io.roster.drift.Repair.Note;
import io.roster.drift.RepairStep.Place;
import io.roster.imports.ComparedGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What brings a group of Okta in line with Roster. Pure.
 *
 * @param steps what would be changed
 * @param notes what is left
 */
record GroupRepairs(List<RepairStep> steps, List<Note> notes) {

    /** How many members are changed at once: each is a call. */
    static final int PART = 100;

    static GroupRepairs of(ComparedGroup group, boolean own, Map<String, String> names) {
        List<RepairStep> steps = new ArrayList<>();
        List<Note> notes = new ArrayList<>();
        if (group.rosterName() != null && !group.name().equals(group.rosterName())) {
            notes.add(Note.GROUP_NAME);
        }
        int members = group.onlyInOkta().size() + group.onlyInRoster().size();
        if (members > 0 && !own) {
            notes.add(Note.GROUP_TYPE);
            return new GroupRepairs(steps, notes);
        }
        group.onlyInRoster().forEach(id -> steps.add(step(Place.ADD_MEMBER, id, names)));
        group.onlyInOkta().forEach(id -> steps.add(step(Place.REMOVE_MEMBER, id, names)));
        if (members > PART) {
            notes.add(Note.SOME_MEMBERS);
        }
        return new GroupRepairs(List.copyOf(steps.subList(0, Math.min(PART, steps.size()))), notes);
    }

    private static RepairStep step(Place place, String id, Map<String, String> names) {
        return new RepairStep(place, names.getOrDefault(id, id), null, null, id);
    }
}
