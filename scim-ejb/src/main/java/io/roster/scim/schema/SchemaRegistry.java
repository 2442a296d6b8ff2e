package io.roster.scim.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The schemas and resource types that Roster serves at one time. Immutable: {@link #standard()} as released, and {@link
 * #with} the attributes that administrators have defined.
 */
public final class SchemaRegistry {

    public static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    public static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
    public static final String ENTERPRISE_USER = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    public static final String TELEPHONY_USER = "urn:roster:scim:schemas:extension:telephony:2.0:User";
    public static final String OKTA_ROLE = "urn:okta:scim:schemas:core:1.0:Role";
    public static final String OKTA_ENTITLEMENT = "urn:okta:scim:schemas:core:1.0:Entitlement";
    public static final String CUSTOM_USER = "urn:roster:scim:schemas:extension:custom:2.0:User";
    public static final String CUSTOM_GROUP = "urn:roster:scim:schemas:extension:custom:2.0:Group";
    public static final String SERVICE_PROVIDER_CONFIG = "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig";
    public static final String RESOURCE_TYPE = "urn:ietf:params:scim:schemas:core:2.0:ResourceType";
    public static final String SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:Schema";

    private static final SchemaRegistry STANDARD = new SchemaRegistry();

    private final List<Schema> schemas;
    private final ResourceType user;
    private final ResourceType group;
    private final ResourceType role;
    private final ResourceType license;

    private SchemaRegistry() {
        var common = SchemaJson.read("common.json").attributes();
        var userSchema = SchemaJson.read("user.json");
        var groupSchema = SchemaJson.read("group.json");
        var enterprise = SchemaJson.read("enterprise-user.json");
        var telephony = SchemaJson.read("telephony-user.json");
        var roleSchema = SchemaJson.read("okta-role.json");
        var entitlementSchema = SchemaJson.read("okta-entitlement.json");
        schemas = List.of(
                userSchema,
                groupSchema,
                enterprise,
                telephony,
                roleSchema,
                entitlementSchema,
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
        role = new ResourceType("Role", "/Roles", "A role that people can be given", roleSchema, List.of(), common);
        license = new ResourceType(
                "License", "/Licenses", "A licence that people can be given", entitlementSchema, List.of(), common);
    }

    private SchemaRegistry(SchemaRegistry released, Schema customUser, Schema customGroup) {
        schemas = Stream.concat(
                        released.schemas.stream(),
                        Stream.of(customUser, customGroup)
                                .filter(schema -> !schema.attributes().isEmpty()))
                .toList();
        user = extended(released.user, customUser);
        group = extended(released.group, customGroup);
        role = released.role;
        license = released.license;
    }

    /** The registry of Roster's schemas, read once from the schema files beside this class. */
    public static SchemaRegistry standard() {
        return STANDARD;
    }

    /**
     * The registry with attributes that administrators have defined, in an extension of User and one of Group. An
     * extension without attributes is not there; one with a required attribute is required (RFC 7643 section 6).
     *
     * @param userAttributes those of User, in the order in which they are to be shown
     * @param groupAttributes those of Group
     */
    public SchemaRegistry with(List<AttributeDefinition> userAttributes, List<AttributeDefinition> groupAttributes) {
        return new SchemaRegistry(
                this,
                new Schema(
                        CUSTOM_USER, "CustomUser", "Attributes of people that administrators defined", userAttributes),
                new Schema(
                        CUSTOM_GROUP,
                        "CustomGroup",
                        "Attributes of groups that administrators defined",
                        groupAttributes));
    }

    private static ResourceType extended(ResourceType type, Schema custom) {
        if (custom.attributes().isEmpty()) {
            return type;
        }
        var isRequired = custom.attributes().stream().anyMatch(AttributeDefinition::required);
        return new ResourceType(
                type.name(),
                type.endpoint(),
                type.description(),
                type.schema(),
                Stream.concat(type.extensions().stream(), Stream.of(new SchemaExtension(custom, isRequired)))
                        .toList(),
                type.common());
    }

    public List<Schema> schemas() {
        return schemas;
    }

    /** The schema of that URN, whatever its case. */
    public Optional<Schema> schema(String id) {
        return schemas.stream().filter(s -> s.id().equalsIgnoreCase(id)).findFirst();
    }

    public List<ResourceType> resourceTypes() {
        return List.of(user, group, role, license);
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
