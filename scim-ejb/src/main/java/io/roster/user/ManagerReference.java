package io.roster.user;

import io.roster.persistence.Ids;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.schema.SchemaRegistry;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;

/**
 * The manager of a person. Okta sends what its profile calls {@code managerId}: a userName, a number, whatever the HR
 * system has; and it may send a report before the manager. Such a value is kept as it is. Only what can be nothing but
 * an id of Roster's has to be that of a person (RFC 7643 section 2.3.7 leaves both to the service provider).
 */
final class ManagerReference {

    private static final String PATH = SchemaRegistry.ENTERPRISE_USER + ":manager.value";

    private ManagerReference() {}

    /**
     * Refuses a new manager who does not exist. One who was deleted since stays named, and stands in no later write's way.
     *
     * @throws ScimException 400 {@code invalidValue}
     */
    static void requireExisting(EntityManager entities, JsonObject before, JsonObject document) {
        String id = value(document);
        if (Ids.isOwn(id) && !id.equals(value(before)) && !exists(entities, id)) {
            throw ScimException.invalidValue("\"" + PATH + "\" is " + id + ", and there is no User with that id."
                    + " Provision the manager first, or send the manager's name instead of an id.");
        }
    }

    private static boolean exists(EntityManager entities, String id) {
        return !entities.createQuery("select p.id from Person p where p.id = :id", String.class)
                .setParameter("id", id)
                .getResultList()
                .isEmpty();
    }

    private static String value(JsonObject document) {
        return document.get(SchemaRegistry.ENTERPRISE_USER) instanceof JsonObject work
                        && work.get("manager") instanceof JsonObject manager
                ? manager.getString("value", "")
                : "";
    }
}
