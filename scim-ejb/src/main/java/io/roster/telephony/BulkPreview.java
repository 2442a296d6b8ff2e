package io.roster.telephony;

import java.io.Serializable;

/**
 * What bulk work would do, as things stand.
 *
 * @param selected how many people are selected
 * @param affected how many of them have what would be released, or have not what would be assigned
 * @param free how many are free to be assigned; {@code null} where there is no limit, and where something is released
 */
public record BulkPreview(int selected, int affected, Integer free) implements Serializable {

    /** @return whether there are fewer than would be assigned */
    public boolean isTooFew() {
        return free != null && free < affected;
    }
}
