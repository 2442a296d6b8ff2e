package io.roster.persistence;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.regex.Pattern;

/** Makes the ids of resources and events. */
public final class Ids {

    private static final NoArgGenerator TIME_ORDERED = Generators.timeBasedEpochGenerator();

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** Where in the text of a UUID its version stands. */
    private static final int VERSION = 14;

    private Ids() {}

    /**
     * Whether a text can be an id at all. What cannot is not asked of the database.
     *
     * @param text whatever a client sent as an id
     * @return false for what {@link #next()} never returns
     */
    public static boolean isOne(String text) {
        return text != null && FORM.matcher(text).matches();
    }

    /**
     * Whether a text can be nothing but an id that was made here. Directories and HR systems give people numbers, names,
     * addresses and random UUIDs (version 4), but none that begins with the time.
     *
     * @param text whatever a client sent
     * @return whether it is a UUID of version 7
     */
    public static boolean isOwn(String text) {
        return isOne(text) && text.charAt(VERSION) == '7';
    }

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
