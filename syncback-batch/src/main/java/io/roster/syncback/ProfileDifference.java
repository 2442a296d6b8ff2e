package io.roster.syncback;

import io.roster.okta.OktaAttributes;
import io.roster.outbox.Field;
import io.roster.outbox.FieldOutcome;
import io.roster.outbox.FieldState;
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
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What Okta lacks of a person.
 *
 * @param profile the attributes to be written, with JSON's null for one to be cleared; empty where nothing differs
 * @param written what is to be recorded of these when Okta has taken them
 * @param settled what is to be recorded of the fields that are not written
 */
record ProfileDifference(JsonObject profile, List<FieldOutcome> written, List<FieldOutcome> settled) {

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
        for (Field field : Set.of(Field.NUMBER, Field.EXTENSION)) {
            String attribute = attribute(attributes, field);
            if (attribute == null) {
                continue;
            }
            FieldOutcome outcome = outcome(
                    field,
                    person.wanted(field),
                    user.profile().get(attribute),
                    lengths.getOrDefault(attribute, Integer.MAX_VALUE),
                    refused.get(field));
            if (outcome.state() == FieldState.WRITTEN) {
                profile.add(attribute, outcome.after() == null ? JsonValue.NULL : JSON.createValue(outcome.after()));
                written.add(outcome);
            } else {
                settled.add(outcome);
            }
        }
        return new ProfileDifference(profile.build(), written, settled);
    }

    static String attribute(OktaAttributes attributes, Field field) {
        return field == Field.NUMBER ? attributes.number() : attributes.extension();
    }

    private static FieldOutcome outcome(Field field, Wanted wanted, JsonValue inOkta, int longest, Reason refused) {
        String want = wanted.value();
        boolean text = inOkta == null || inOkta == JsonValue.NULL || inOkta instanceof JsonString;
        // An empty text is how some clients of Okta clear an attribute.
        String have = inOkta instanceof JsonString string && !string.getString().isEmpty() ? string.getString() : null;
        if (refused != null || !text) {
            return new FieldOutcome(
                    field, FieldState.REFUSED, have, want, refused != null ? refused : Reason.ATTRIBUTE);
        } else if (want == null && have != null && !wanted.isOwn(have)) {
            return new FieldOutcome(field, FieldState.LEFT, have, null, null);
        } else if (want == null ? have == null : want.equals(have)) {
            return new FieldOutcome(field, FieldState.UNCHANGED, have, want, null);
        }
        Reason reason = want == null ? null : unstorable(want, longest);
        return new FieldOutcome(field, reason == null ? FieldState.WRITTEN : FieldState.REFUSED, have, want, reason);
    }

    // Okta keeps UTF-8 of at most three bytes a character: the basic multilingual plane.
    private static Reason unstorable(String value, int longest) {
        if (value.codePoints().anyMatch(Character::isSupplementaryCodePoint)) {
            return Reason.CHARACTERS;
        }
        return value.length() > longest ? Reason.LENGTH : null;
    }
}
