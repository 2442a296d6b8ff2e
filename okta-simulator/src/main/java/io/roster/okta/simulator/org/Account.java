package io.roster.okta.simulator.org;

/**
 * A user of Okta as a whole, at one moment.
 *
 * @param user what only Okta knows
 * @param person what the app is told
 */
public record Account(OktaUser user, Person person) {

    /** Okta's id. */
    public String id() {
        return user.id();
    }

    /** The same account with another user part. */
    public Account with(OktaUser other) {
        return new Account(other, person);
    }

    /** The same account with another person part. */
    public Account with(Person other) {
        return new Account(user, other);
    }
}
