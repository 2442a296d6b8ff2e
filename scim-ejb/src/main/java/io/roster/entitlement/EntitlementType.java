package io.roster.entitlement;

import io.roster.scim.protocol.Excerpt;
import io.roster.scim.protocol.ScimException;

/** The kinds of entitlement; each is a SCIM resource type with an endpoint of its own. */
public enum EntitlementType {

    /** What somebody may do. People bear it among their {@code roles}. */
    ROLE("Role", "directory_role", "roles", Role.class),

    /** What somebody may use. People bear it among their {@code entitlements}, with the type {@code License}. */
    LICENSE("License", "license", "entitlements", License.class);

    private final String resourceType;
    private final String table;
    private final String attribute;
    private final Class<? extends Entitlement> entity;

    EntitlementType(String resourceType, String table, String attribute, Class<? extends Entitlement> entity) {
        this.resourceType = resourceType;
        this.table = table;
        this.attribute = attribute;
        this.entity = entity;
    }

    /** @return the name of the SCIM resource type */
    public String resourceType() {
        return resourceType;
    }

    /** @return the attribute of a User whose {@code value} is the id of an entitlement of this kind */
    public String attribute() {
        return attribute;
    }

    String table() {
        return table;
    }

    Class<? extends Entitlement> entity() {
        return entity;
    }

    Entitlement create(String id) {
        return this == ROLE ? new Role(id) : new License(id);
    }

    ScimException notFound(String id) {
        return ScimException.notFound(
                "There is no " + resourceType + " with the id " + Excerpt.of(id)
                        + ". Administrators make and delete them in Roster's console; the list without an id has those there are.");
    }
}
