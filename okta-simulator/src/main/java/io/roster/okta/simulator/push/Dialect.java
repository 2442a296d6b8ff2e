package io.roster.okta.simulator.push;

import io.roster.okta.simulator.org.Person;
import io.roster.okta.simulator.scim.Refusal;
import io.roster.okta.simulator.scim.Unreachable;
import java.util.Collection;
import java.util.Map;

/**
 * The two ways in which Okta changes what is already in the app; creating, reading and deleting is the same in both.
 * Every method throws {@link Refusal} or {@link Unreachable}.
 */
public interface Dialect {
    /** What this dialect declares request bodies as; the app has to accept both. */
    String contentType();

    /**
     * Brings a user to what the person is.
     *
     * @param activation whether {@code active} has to change
     * @param profile whether mapped attributes have to change
     */
    void update(Wire wire, String id, Person person, boolean activation, boolean profile);

    /** Sets a password. */
    void password(Wire wire, String id, String password);

    /** Sets the name of a group; {@code group} has that name and the members that the app has. */
    void rename(Wire wire, String id, GroupContent group);

    /** Sends what changed in the members; {@code after} is the group with all its members. */
    void change(Wire wire, String id, GroupContent after, Collection<String> removed, Map<String, String> added);

    /** Overwrites the members with those in {@code group}, all of them or none. */
    void pushNow(Wire wire, String id, GroupContent group);
}
