package io.roster.user;

import java.util.List;

/**
 * The telephony services of a person, as the SCIM document carries them.
 *
 * @param phoneNumber in E.164 form; {@code null} for none
 * @param extension digits; {@code null} for none
 * @param licenses in the order of their values
 */
public record PersonServices(String phoneNumber, String extension, List<AssignedLicense> licenses) {

    /** Nothing at all. */
    public static final PersonServices NONE = new PersonServices(null, null, List.of());

    /**
     * A licence that a person has.
     *
     * @param value the id of the licence type
     * @param display its name
     */
    public record AssignedLicense(String value, String display) {}

    /** Makes a copy of the list, so that it stays as it is. */
    public PersonServices {
        licenses = List.copyOf(licenses);
    }

    /** @return whether there is none */
    public boolean isEmpty() {
        return phoneNumber == null && extension == null && licenses.isEmpty();
    }
}
