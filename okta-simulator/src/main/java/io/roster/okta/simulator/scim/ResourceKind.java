package io.roster.okta.simulator.scim;

/** The two kinds of resource that Okta provisions. */
public enum ResourceKind {
    /** A person. */
    USER("User", Urn.USER),
    /** A pushed group. */
    GROUP("Group", Urn.GROUP);

    private final String typeName;
    private final String schema;

    ResourceKind(String typeName, String schema) {
        this.typeName = typeName;
        this.schema = schema;
    }

    /** What {@code meta.resourceType} says. */
    public String typeName() {
        return typeName;
    }

    /** The core schema of the kind. */
    public String schema() {
        return schema;
    }

    /** The endpoint relative to the base URL, for instance {@code /Users}. */
    public String endpoint() {
        return "/" + typeName + "s";
    }

    /** The path of one resource relative to the base URL. */
    public String path(String id) {
        return endpoint() + "/" + id;
    }
}
