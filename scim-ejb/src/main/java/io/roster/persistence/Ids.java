package io.roster.persistence;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;

/** Makes the ids of resources and events. */
public final class Ids {

    private static final NoArgGenerator TIME_ORDERED = Generators.timeBasedEpochGenerator();

    private Ids() {}

    /**
     * A new id: a UUID of version 7 (RFC 9562 section 5.7), so that ids sort by time of creation and new rows go to the
     * end of every index that begins or ends with the id.
     *
     * @return 36 characters, lower case
     */
    public static String next() {
        return TIME_ORDERED.generate().toString();
    }
}
