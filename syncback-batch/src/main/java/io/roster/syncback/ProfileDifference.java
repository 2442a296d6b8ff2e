package io.roster.syncback;

import io.roster.okta.OktaAttributes;
import io.roster.outbox.Field;
import io.roster.outbox.FieldOutcome;
import io.roster.outbox.FieldState;
import io.roster.outbox.Former;
import io.roster.outbox.Reason;
import io.roster.outbox.Waiting;
import io.roster.outbox.Waiting.Wanted;
import io.roster.syncback.okta.OktaUser;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What Okta lacks of a person.
 *
 * @param profile the attributes to be written, with JSON's null for one to be cleared; empty where nothing differs
 * @param written what is to be recorded of these when Okta has taken them
 * @param settled what is to be recorded of the fields that are not written
 * @param former what is to be recorded of former attributes when Okta has taken the profile
 */
record ProfileDifference(
        JsonObject profile, List<FieldOutcome> written, List<FieldOutcome> settled, List<Former.Settled> former) {

    private static final JsonProvider JSON = JsonProvider.provider();

    /**
     * Compares.
     *
     * @param person what the person has in Roster
     * @param user the user in Okta
     * @param attributes which attribute gets what
     * @param lengths the most characters of attributes that have such a limit
     * @param refused fields that Okta has refused already, with its reason
     * @return the difference
     */
    static ProfileDifference of(
            Waiting person,
            OktaUser user,
            OktaAttributes attributes,
            Map<String, Integer> lengths,
            Map<Field, Reason> refused) {
        JsonObjectBuilder profile = JSON.createObjectBuilder();
        List<FieldOutcome> written = new ArrayList<>();
        List<FieldOutcome> settled = new ArrayList<>();
        Set<String> present = new HashSet<>();
        Set<Field> stuck = EnumSet.noneOf(Field.class);
        for (Field field : List.of(Field.NUMBER, Field.EXTENSION)) {
            String attribute = field.in(attributes);
            if (attribute == null) {
                continue;
            }
            present.add(attribute);
            FieldOutcome outcome = outcome(
                    field,
                    person,
                    attribute,
                    user.profile().get(attribute),
                    lengths.getOrDefault(attribute, Integer.MAX_VALUE),
                    refused.get(field));
            if (outcome.state() == FieldState.WRITTEN) {
                profile.add(attribute, outcome.after() == null ? JsonValue.NULL : JSON.createValue(outcome.after()));
                written.add(outcome);
            } else {
                settled.add(outcome);
            }
            if (outcome.state() == FieldState.REFUSED) {
                stuck.add(field);
            }
        }
        List<Former.Settled> former = new ArrayList<>();
        for (Former each : person.former()) {
            // What cannot be written to the new attribute stays in the old one.
            if (!stuck.contains(each.field())) {
                former.add(cleared(each, user, present, profile));
            }
        }
        return new ProfileDifference(profile.build(), written, settled, former);
    }

    /** The same, with former attributes left as they are. */
    ProfileDifference withoutFormer() {
        JsonObjectBuilder less = JSON.createObjectBuilder(profile);
        former.stream()
                .filter(settled -> settled.before() != null)
                .forEach(settled -> less.remove(settled.former().attribute()));
        return new ProfileDifference(less.build(), written, settled, List.of());
    }

    /** {@return whether a former attribute is to be cleared} */
    boolean clearsFormer() {
        return former.stream().anyMatch(settled -> settled.before() != null);
    }

    private static Former.Settled cleared(
            Former former, OktaUser user, Set<String> present, JsonObjectBuilder profile) {
        String have = user.text(former.attribute()).orElse(null);
        // Another field may be written there now.
        if (present.contains(former.attribute()) || !former.isOwn(have)) {
            return new Former.Settled(former, null);
        }
        profile.addNull(former.attribute());
        return new Former.Settled(former, have);
    }

    private static FieldOutcome outcome(
            Field field, Waiting person, String attribute, JsonValue inOkta, int longest, Reason refused) {
        Wanted wanted = person.wanted(field);
        String want = wanted.value();
        boolean text = inOkta == null || inOkta == JsonValue.NULL || inOkta instanceof JsonString;
        // An empty text is how some clients of Okta clear an attribute.
        String have = inOkta instanceof JsonString string && !string.getString().isEmpty() ? string.getString() : null;
        if (refused != null || !text) {
            return new FieldOutcome(
                    field, FieldState.REFUSED, have, want, refused != null ? refused : Reason.ATTRIBUTE);
        } else if (want == null && have != null && !isOwn(person, wanted, attribute, have)) {
            return new FieldOutcome(field, FieldState.LEFT, have, null, null);
        } else if (want == null ? have == null : want.equals(have)) {
            return new FieldOutcome(field, FieldState.UNCHANGED, have, want, null);
        }
        Reason reason = want == null ? null : unstorable(want, longest);
        return new FieldOutcome(field, reason == null ? FieldState.WRITTEN : FieldState.REFUSED, have, want, reason);
    }

    // Also what was written there when the attribute was another field's.
    private static boolean isOwn(Waiting person, Wanted wanted, String attribute, String have) {
        return wanted.isOwn(have)
                || person.former().stream()
                        .anyMatch(former -> former.attribute().equals(attribute) && former.isOwn(have));
    }

    // Okta keeps UTF-8 of at most three bytes a character: the basic multilingual plane.
    private static Reason unstorable(String value, int longest) {
        if (value.codePoints().anyMatch(Character::isSupplementaryCodePoint)) {
            return Reason.CHARACTERS;
        }
        return value.length() > longest ? Reason.LENGTH : null;
    }
}
