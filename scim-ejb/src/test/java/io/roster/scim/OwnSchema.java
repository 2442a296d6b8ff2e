package io.roster.scim;

import io.roster.scim.schema.AttributeDefinition;
import io.roster.scim.schema.AttributeDefinition.Mutability;
import io.roster.scim.schema.AttributeDefinition.Returned;
import io.roster.scim.schema.AttributeDefinition.Type;
import io.roster.scim.schema.AttributeDefinition.Uniqueness;
import io.roster.scim.schema.ResourceType;
import io.roster.scim.schema.Schema;
import io.roster.scim.schema.SchemaExtension;
import io.roster.scim.schema.SchemaRegistry;
import java.util.ArrayList;
import java.util.List;

/** A User with an extension that has what the RFC's schemas have not: immutable, required and typed attributes, plain lists. */
public final class OwnSchema {

    public static final String URN = "urn:acme:2.0:User";

    private static final List<AttributeDefinition> ATTRIBUTES = List.of(
            attribute("badge", Type.STRING, Mutability.IMMUTABLE),
            attribute("desk", Type.STRING, Mutability.READWRITE),
            new AttributeDefinition(
                    "site",
                    Type.STRING,
                    false,
                    "Required",
                    true,
                    List.of("Ulm", "Linz"),
                    false,
                    Mutability.READWRITE,
                    Returned.DEFAULT,
                    Uniqueness.NONE,
                    List.of(),
                    List.of(),
                    true),
            attribute("hired", Type.DATETIME, Mutability.READWRITE),
            attribute("floor", Type.INTEGER, Mutability.READWRITE),
            attribute("rate", Type.DECIMAL, Mutability.READWRITE),
            attribute("key", Type.BINARY, Mutability.READWRITE),
            attribute("home", Type.REFERENCE, Mutability.READWRITE),
            list("skills", Type.STRING, Mutability.READWRITE, List.of()),
            list("floors", Type.INTEGER, Mutability.READWRITE, List.of()),
            list("keys", Type.STRING, Mutability.IMMUTABLE, List.of()),
            list(
                    "cards",
                    Type.COMPLEX,
                    Mutability.READWRITE,
                    List.of(
                            attribute("value", Type.STRING, Mutability.READWRITE),
                            attribute("issuer", Type.STRING, Mutability.IMMUTABLE),
                            attribute("primary", Type.BOOLEAN, Mutability.READWRITE))));

    private OwnSchema() {}

    /** The resource type User with that extension beside its own. */
    public static ResourceType user() {
        var user = SchemaRegistry.standard().user();
        var extensions = new ArrayList<>(user.extensions());
        extensions.add(new SchemaExtension(new Schema(URN, "Acme", "Acme", ATTRIBUTES), false));
        var common = List.of("schemas", "id", "externalId", "meta").stream()
                .map(name -> user.attribute(name).orElseThrow())
                .toList();
        return new ResourceType("User", "/Users", "A person", user.schema(), extensions, common);
    }

    private static AttributeDefinition attribute(String name, Type type, Mutability mutability) {
        return definition(name, type, false, mutability, List.of());
    }

    private static AttributeDefinition list(
            String name, Type type, Mutability mutability, List<AttributeDefinition> subAttributes) {
        return definition(name, type, true, mutability, subAttributes);
    }

    private static AttributeDefinition definition(
            String name,
            Type type,
            boolean multiValued,
            Mutability mutability,
            List<AttributeDefinition> subAttributes) {
        return new AttributeDefinition(
                name,
                type,
                multiValued,
                name,
                false,
                List.of(),
                false,
                mutability,
                Returned.DEFAULT,
                Uniqueness.NONE,
                List.of(),
                subAttributes,
                false);
    }
}
