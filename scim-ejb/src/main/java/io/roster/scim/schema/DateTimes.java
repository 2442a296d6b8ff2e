package io.roster.scim.schema;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The dateTime type on the wire (RFC 7643 section 2.3.5): xsd:dateTime, such as {@code 2011-05-13T04:42:34Z}. */
public final class DateTimes {

    private static final int NANO_DIGITS = 9;

    private DateTimes() {}

    /**
     * Reads a dateTime of the years 1 to 9999, the range that databases keep. Without a zone it is read as UTC, which
     * xsd:dateTime leaves open.
     *
     * @return empty when the text is no such dateTime
     */
    public static Optional<Instant> parse(String text) {
        try {
            var parsed = DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            var offset = parsed instanceof LocalDateTime local
                    ? local.atOffset(ZoneOffset.UTC)
                    : ((OffsetDateTime) parsed).withOffsetSameInstant(ZoneOffset.UTC);
            return offset.getYear() < 1 || offset.getYear() > 9999 || text.indexOf('[') >= 0
                    ? Optional.empty()
                    : Optional.of(offset.toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Seconds since 1970 UTC with nine decimals: what an instant is as a number that can be compared. */
    public static BigDecimal seconds(Instant instant) {
        return BigDecimal.valueOf(instant.getEpochSecond())
                .add(BigDecimal.valueOf(instant.getNano(), NANO_DIGITS))
                .setScale(NANO_DIGITS);
    }
}
