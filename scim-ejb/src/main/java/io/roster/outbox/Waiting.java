package io.roster.outbox;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A person whose changes wait, as read at one moment.
 *
 * @param personId the SCIM id
 * @param oktaId Okta's id of the user
 * @param requested the count of changes that was read
 * @param attempts how often it failed since the last change
 * @param nextAttempt since when it is due, milliseconds since 1970
 * @param lifecycle what Okta is to do with the user's status, or {@code null}
 * @param number the phone number and what is known of it in Okta
 * @param extension the extension and what is known of it in Okta
 * @param former what other attributes still have of Roster's
 * @param moved the fields of which it was not noted yet that another attribute is configured for them
 */
public record Waiting(
        String personId,
        String oktaId,
        long requested,
        int attempts,
        long nextAttempt,
        LifecycleWish lifecycle,
        Wanted number,
        Wanted extension,
        List<Former> former,
        Set<Field> moved) {

    /** As a person is of whom nothing stands in other attributes. */
    public Waiting(
            String personId,
            String oktaId,
            long requested,
            int attempts,
            long nextAttempt,
            LifecycleWish lifecycle,
            Wanted number,
            Wanted extension) {
        this(personId, oktaId, requested, attempts, nextAttempt, lifecycle, number, extension, List.of(), Set.of());
    }

    /**
     * A field as Okta should have it.
     *
     * @param value what the person has now, {@code null} for nothing
     * @param known what Okta has of Roster, {@code null} for nothing
     * @param announced what was about to be written when last tried, or {@code null}
     */
    public record Wanted(String value, String known, String announced) {

        /**
         * Whether a value that Okta has came from Roster.
         *
         * @param inOkta a value of Okta's
         * @return whether Roster wrote it, or was about to
         */
        public boolean isOwn(String inOkta) {
            return inOkta != null && (inOkta.equals(known) || inOkta.equals(announced));
        }

        boolean isNew() {
            return value != null && !value.equals(known) && !value.equals(announced);
        }
    }

    /**
     * A field of the profile.
     *
     * @param field {@link Field#NUMBER} or {@link Field#EXTENSION}
     * @return as Okta should have it
     */
    public Wanted wanted(Field field) {
        return field == Field.NUMBER ? number : extension;
    }

    /** {@return the fields with a value of which it was not noted yet that it is about to be written} */
    Set<Field> unannounced() {
        Set<Field> fields = EnumSet.of(Field.NUMBER, Field.EXTENSION);
        fields.removeIf(field -> !wanted(field).isNew());
        return fields;
    }
}
