package io.roster.hook;

import io.roster.okta.OktaAttributes;
import java.util.Map;
import java.util.TreeMap;

/** What an Okta user's profile is to have, where the import would give it something else. */
final class ProfileCorrections {

    private static final String[] NAMES = {"firstName", "lastName", "displayName"};

    private ProfileCorrections() {}

    static Map<String, String> of(HookRequest request, KnownPerson known, OktaAttributes attributes) {
        Map<String, String> corrections = new TreeMap<>();
        if (known != null) {
            assigned(request, attributes.number(), known.number(), corrections);
            assigned(request, attributes.extension(), known.extension(), corrections);
        }
        for (String name : NAMES) {
            String given = request.ofUser(name);
            String storable = given == null ? null : storable(given);
            // A name that would be empty is left to Okta to refuse, with its own words.
            if (given != null && !storable.equals(given) && !storable.isEmpty()) {
                corrections.put(name, storable);
            }
        }
        return corrections;
    }

    private static void assigned(HookRequest request, String attribute, String value, Map<String, String> corrections) {
        if (attribute != null && value != null && !value.equals(request.ofUser(attribute))) {
            corrections.put(attribute, value);
        }
    }

    // Okta stores UTF-8 of at most three bytes a character, which leaves out what is beyond the basic plane.
    private static String storable(String name) {
        return name.codePoints()
                .filter(Character::isBmpCodePoint)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }
}
