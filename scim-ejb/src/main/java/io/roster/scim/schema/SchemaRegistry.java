package io.roster.scim.schema;

import java.util.List;
import java.util.Optional;

/** The schemas and resource types that Roster serves. Immutable; there is one, {@link #standard()}. */
public final class SchemaRegistry {

    public static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    public static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
    public static final String ENTERPRISE_USER = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    public static final String TELEPHONY_USER = "urn:roster:scim:schemas:extension:telephony:2.0:User";
    public static final String SERVICE_PROVIDER_CONFIG = "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig";
    public static final String RESOURCE_TYPE = "urn:ietf:params:scim:schemas:core:2.0:ResourceType";
    public static final String SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:Schema";

    private static final SchemaRegistry STANDARD = new SchemaRegistry();

    private final List<Schema> schemas;
    private final ResourceType user;
    private final ResourceType group;

    private SchemaRegistry() {
        var common = SchemaJson.read("common.json").attributes();
        var userSchema = SchemaJson.read("user.json");
        var groupSchema = SchemaJson.read("group.json");
        var enterprise = SchemaJson.read("enterprise-user.json");
        var telephony = SchemaJson.read("telephony-user.json");
        schemas = List.of(
                userSchema,
                groupSchema,
                enterprise,
                telephony,
                SchemaJson.read("service-provider-config.json"),
                SchemaJson.read("resource-type.json"),
                SchemaJson.read("schema.json"));
        user = new ResourceType(
                "User",
                "/Users",
                "A person",
                userSchema,
                List.of(new SchemaExtension(enterprise, false), new SchemaExtension(telephony, false)),
                common);
        group = new ResourceType("Group", "/Groups", "A group of people and groups", groupSchema, List.of(), common);
    }

    /** The registry of Roster's schemas, read once from the schema files beside this class. */
    public static SchemaRegistry standard() {
        return STANDARD;
    }

    public List<Schema> schemas() {
        return schemas;
    }

    /** The schema of that URN, whatever its case. */
    public Optional<Schema> schema(String id) {
        return schemas.stream().filter(s -> s.id().equalsIgnoreCase(id)).findFirst();
    }

    public List<ResourceType> resourceTypes() {
        return List.of(user, group);
    }

    /** The resource type of that name; names are ids and therefore case-exact. */
    public Optional<ResourceType> resourceType(String name) {
        return resourceTypes().stream().filter(t -> t.name().equals(name)).findFirst();
    }

    public ResourceType user() {
        return user;
    }

    public ResourceType group() {
        return group;
    }
}
