package io.roster.okta.simulator.http;

/** The groups of endpoints that share a rate limit, with what Okta allows a minute (developer.okta.com, Rate limits). */
public enum Bucket {
    /** Reading one user. */
    USER_READ(1000),
    /** Changing one user, its lifecycle included. */
    USER_WRITE(600),
    /** Listing, searching and creating users. */
    USERS(600),
    /** Groups and their members. */
    GROUPS(500),
    /** Apps, their users and groups. */
    APPS(500),
    /** The System Log. */
    LOGS(120),
    /** Access tokens. */
    TOKEN(1200),
    /** Everything else. */
    OTHER(1200),
    /** What is not Okta's: addresses of the simulator itself, without a limit. */
    NONE(0);

    private final int perMinute;

    Bucket(int perMinute) {
        this.perMinute = perMinute;
    }

    /** What Okta allows a minute when nothing else was agreed. */
    public int perMinute() {
        return perMinute;
    }
}
