package io.roster.syncback;

import io.roster.okta.OktaAttributes;
import io.roster.syncback.okta.OktaClient;
import io.roster.syncback.okta.OktaException;
import io.roster.syncback.okta.UserSchema;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** How long values of attributes may be in Okta. */
final class AttributeLengths {

    /** What Okta's own phone attributes take. */
    private static final int USUAL = 100;

    private AttributeLengths() {}

    /**
     * Asks Okta once.
     *
     * @return the most characters by attribute. Where Roster may not read the schema, or there is none: what Okta's own
     *     phone attributes take; a value that is too long is then refused by Okta itself.
     */
    static Map<String, Integer> of(OktaClient client, OktaAttributes attributes) {
        Map<String, Integer> lengths = new HashMap<>();
        Stream.of("primaryPhone", "mobilePhone").forEach(name -> lengths.put(name, USUAL));
        try {
            UserSchema schema = client.userSchema().value();
            Stream.of(attributes.number(), attributes.extension())
                    .filter(name -> name != null)
                    .forEach(name -> schema.attribute(name)
                            .ifPresent(found -> found.maxLength().ifPresent(most -> lengths.put(name, most))));
        } catch (OktaException e) {
            // not a permission that writing needs
            return lengths;
        }
        return lengths;
    }
}
