package io.roster.okta;

import io.roster.okta.OktaRefused.Reason;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which attributes of an Okta user get what Roster assigned.
 *
 * @param extension the name in Okta of the attribute that gets the extension; {@code null} for none
 * @param number the name in Okta of the attribute that gets the phone number; {@code null} for none
 */
public record OktaAttributes(String extension, String number) {

    /** How Okta names attributes: see "variable name" under Profile Editor. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,62}");

    /** Whoever writes these takes somebody's sign-in or name away. */
    private static final Set<String> RESERVED =
            Set.of("login", "email", "secondEmail", "firstName", "lastName", "displayName", "id", "status");

    /**
     * The names without blanks around them; a blank one is none.
     *
     * @return the attributes as they are stored
     *
     * @throws OktaRefused when one cannot be an attribute's name, is one that Roster does not write, or both are the same
     */
    public OktaAttributes checked() {
        OktaAttributes checked = new OktaAttributes(checked(extension, "extension"), checked(number, "number"));
        if (checked.extension != null && checked.extension.equals(checked.number)) {
            throw new OktaRefused(Reason.ATTRIBUTE_TWICE, "number");
        }
        return checked;
    }

    private static String checked(String typed, String field) {
        String name = typed == null ? "" : typed.strip();
        if (name.isEmpty()) {
            return null;
        } else if (RESERVED.contains(name)) {
            throw new OktaRefused(Reason.ATTRIBUTE_RESERVED, field);
        } else if (!NAME.matcher(name).matches()) {
            throw new OktaRefused(Reason.ATTRIBUTE_NAME, field);
        }
        return name;
    }
}
