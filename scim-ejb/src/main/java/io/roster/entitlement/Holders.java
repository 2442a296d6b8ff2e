package io.roster.entitlement;

/**
 * How many people have an entitlement.
 *
 * @param active how many of them are active
 * @param deactivated how many are not
 */
public record Holders(int active, int deactivated) {

    /** @return how many people have it */
    public int all() {
        return active + deactivated;
    }
}
