package io.roster.user;

/**
 * Which service people must have, or must not have, to be on a list.
 *
 * @param attribute the attribute of the telephony extension that tells of it
 * @param value what it must be; {@code null} for any
 * @param present whether people must have it
 */
public record ServiceCriterion(String attribute, String value, boolean present) {

    /**
     * @param present whether they must have a phone number
     * @return those who have one, or those who do not
     */
    public static ServiceCriterion number(boolean present) {
        return new ServiceCriterion("phoneNumber", null, present);
    }

    /**
     * @param present whether they must have an extension
     * @return those who have one, or those who do not
     */
    public static ServiceCriterion extension(boolean present) {
        return new ServiceCriterion("extension", null, present);
    }

    /**
     * @param id the id of a licence type
     * @param present whether they must have it
     * @return those who have that licence, or those who do not
     */
    public static ServiceCriterion license(String id, boolean present) {
        return new ServiceCriterion("licenses", id, present);
    }

    /** As rows of values name it: an extension by the word that tells it from others. */
    String path() {
        return "telephony:" + attribute;
    }
}
