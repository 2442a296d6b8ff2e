package io.roster.okta;

import java.util.List;

/**
 * What came of a step of {@link ConnectionTest}.
 *
 * @param step which step
 * @param finding what was found
 * @param values what the finding's sentence names: an attribute, whose, scopes, what Okta said, or
 *     {@link ConnectionTest.ImportRead}s, separated by blanks
 */
public record StepOutcome(ConnectionTest.Step step, Finding finding, List<String> values) {

    /** How a finding is to be taken. */
    public enum Level {
        /** All is well. */
        GOOD,
        /** It works, with something to know. */
        NOTE,
        /** It does not work. */
        BAD
    }

    /** What a step can find. */
    public enum Finding {
        /** Okta answers. */
        REACHED(Level.GOOD),
        /** Okta accepts the API token. */
        SIGNED_IN(Level.GOOD),
        /** Okta gave an access token with every scope. */
        SCOPES_GRANTED(Level.GOOD),
        /** Users can be read. */
        READ(Level.GOOD),
        /** Users can be written. */
        WRITABLE(Level.GOOD),
        /** There is no user to try with. */
        NO_USERS(Level.NOTE),
        /** The attribute is as it must be. */
        ATTRIBUTE_FITS(Level.GOOD),
        /** Okta took back the attribute's value of the user that was named. */
        TRIED(Level.GOOD),
        /** It did, but the attribute belongs to the user's profile source. */
        TRIED_MASTERED(Level.NOTE),
        /** Okta has no such user. */
        TRIAL_NOBODY(Level.BAD),
        /** The user that was named cannot be changed in its present status. */
        TRIAL_INACTIVE(Level.NOTE),
        /** The attribute is mapped from an app, and profile push is on. */
        TRIAL_MAPPED(Level.BAD),
        /** The user, or the attribute, is mastered elsewhere. */
        TRIAL_MASTERED(Level.BAD),
        /** The attribute is read-only or immutable. */
        TRIAL_READ_ONLY(Level.BAD),
        /** The attribute was added. */
        ATTRIBUTE_ADDED(Level.GOOD),
        /** No attribute is chosen. */
        ATTRIBUTE_OFF(Level.NOTE),
        /** The attribute belongs to the user's profile source, which may be another app than Okta. */
        ATTRIBUTE_MASTERED(Level.NOTE),
        /** The schema may not be read, so that nothing is known of the attribute. */
        SCHEMA_HIDDEN(Level.NOTE),
        /** Okta has no such attribute; it can be added. */
        ATTRIBUTE_MISSING(Level.BAD),
        /** The attribute takes no texts. */
        ATTRIBUTE_TYPE(Level.BAD),
        /** The attribute is too short for what is to be written. */
        ATTRIBUTE_SHORT(Level.BAD),
        /** Nobody can change the attribute. */
        ATTRIBUTE_READ_ONLY(Level.BAD),
        /** The attribute was not added. */
        ATTRIBUTE_REFUSED(Level.BAD),
        /** No app is chosen to import from. */
        IMPORT_OFF(Level.NOTE),
        /** All that an import reads can be read. */
        IMPORT_READABLE(Level.GOOD),
        /** Okta has no app of the id that is chosen, or none that Roster may see. */
        IMPORT_NO_APP(Level.BAD),
        /** The service app lacks scopes for some of what an import reads. */
        IMPORT_SCOPES(Level.BAD),
        /** The role does not permit some of what an import reads. */
        IMPORT_FORBIDDEN(Level.BAD),
        /** No host of that name is known. */
        UNKNOWN_HOST(Level.BAD),
        /** The host takes no connections. */
        NO_CONNECTION(Level.BAD),
        /** The certificate is not trusted, or TLS failed otherwise. */
        NO_TRUST(Level.BAD),
        /** There was no answer in time. */
        TOO_SLOW(Level.BAD),
        /** The connection was cut. */
        CUT(Level.BAD),
        /** Something answers that is not Okta. */
        NOT_OKTA(Level.BAD),
        /** The URL leads to another one. */
        ELSEWHERE(Level.BAD),
        /** Okta does not know the API token. */
        BAD_TOKEN(Level.BAD),
        /** Okta does not know the service app, or not its key. */
        BAD_CLIENT(Level.BAD),
        /** The service app lacks scopes. */
        SCOPES_MISSING(Level.BAD),
        /** Okta does not take the proof that the access token is Roster's own (DPoP). */
        DPOP(Level.BAD),
        /** Signed in, but not permitted. */
        FORBIDDEN(Level.BAD),
        /** Too many calls. */
        RATE_LIMITED(Level.BAD),
        /** Okta refused in another way, or failed. */
        REFUSED(Level.BAD);

        private final Level level;

        Finding(Level level) {
            this.level = level;
        }

        /** {@return how it is to be taken} */
        public Level level() {
            return level;
        }
    }

    /** {@return whether the steps behind it make sense} */
    public boolean isPassed() {
        return finding.level() != Level.BAD;
    }

    /** {@return whether the attribute that was looked for can be added} */
    public boolean isCreatable() {
        return finding == Finding.ATTRIBUTE_MISSING;
    }
}
