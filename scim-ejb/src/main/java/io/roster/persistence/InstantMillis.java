package io.roster.persistence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;

/**
 * Stores an instant as milliseconds since 1970 UTC. Derby's timestamp has no zone, so a local one would be ambiguous
 * for an hour each autumn; a number is exact on every database and orders as time does.
 */
@Converter(autoApply = true)
public class InstantMillis implements AttributeConverter<Instant, Long> {

    @Override
    public Long convertToDatabaseColumn(Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    @Override
    public Instant convertToEntityAttribute(Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
