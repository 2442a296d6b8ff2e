package io.roster.telephony;

/**
 * A range of extensions and how much of it is in use.
 *
 * @param range the range
 * @param assigned how many of its extensions somebody has
 * @param resting how many rest
 * @param free how many can be assigned
 */
public record RangeUse(ExtensionRange range, int assigned, int resting, int free) {

    /** @return how many extensions there are */
    public int all() {
        return assigned + resting + free;
    }
}
