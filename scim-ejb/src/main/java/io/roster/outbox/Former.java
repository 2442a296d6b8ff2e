package io.roster.outbox;

/**
 * What an attribute may have of Roster beside what was written last: it is not configured for the field any more, or a
 * server was killed before it knew whether the value was written.
 *
 * @param field whose value it was
 * @param attribute its name in Okta
 * @param value what it has of Roster, {@code null} for nothing
 * @param announced what was about to be written when last tried, or {@code null}
 */
public record Former(Field field, String attribute, String value, String announced) {

    /**
     * Whether the value that the attribute has came from Roster.
     *
     * @param inOkta a value of Okta's
     * @return whether Roster wrote it, or was about to
     */
    public boolean isOwn(String inOkta) {
        return inOkta != null && (inOkta.equals(value) || inOkta.equals(announced));
    }

    /**
     * What came of it in an attempt: it is nothing of Roster's any more.
     *
     * @param former which
     * @param before what was cleared; {@code null} where nothing had to be
     */
    public record Settled(Former former, String before) {}
}
