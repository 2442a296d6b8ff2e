package io.roster.outbox;

import io.roster.okta.OktaAttributes;

/** What of a person is written to Okta. */
public enum Field {
    /** The phone number, in E.164 form. */
    NUMBER,
    /** The extension. */
    EXTENSION,
    /** The status: active, suspended, deactivated. */
    LIFECYCLE;

    /**
     * Where it is written.
     *
     * @param attributes as configured
     * @return the attribute's name in Okta; {@code null} where it is in none
     */
    public String in(OktaAttributes attributes) {
        return switch (this) {
            case NUMBER -> attributes.number();
            case EXTENSION -> attributes.extension();
            case LIFECYCLE -> null;
        };
    }
}
