package io.roster.entitlement;

import io.roster.entitlement.EntitlementRefused.Reason;
import io.roster.persistence.Keys;
import io.roster.scim.schema.SchemaRegistry;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What is stored of an entitlement, checked.
 *
 * @param document the SCIM attributes as JSON text
 * @param displayName as given, without space around it
 * @param displayNameKey folded
 * @param description as given; {@code null} where there is none
 */
record EntitlementDocument(String document, String displayName, String displayNameKey, String description) {

    // Okta shows ids and sends them back, and they stand in addresses and JSON as they are. In lower case alone,
    // because
    // the value of a User's role is compared without case (RFC 7643 section 8.7.1).
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,35}");
    private static final int NAME_LENGTH = 100;
    private static final int DESCRIPTION_LENGTH = 1000;
    private static final JsonBuilderFactory JSON = JsonProvider.provider().createBuilderFactory(Map.of());

    /** Whether a text can be an id at all. What cannot is not asked of the database. */
    static boolean isId(String text) {
        return text != null && ID.matcher(text).matches();
    }

    static String checkedId(String id) {
        String stripped = id == null ? "" : id.strip();
        if (!isId(stripped)) {
            throw new EntitlementRefused(Reason.ID);
        }
        return stripped;
    }

    static EntitlementDocument of(EntitlementType type, String displayName, String description) {
        String name = displayName == null ? "" : displayName.strip();
        if (name.isEmpty() || name.length() > NAME_LENGTH) {
            throw new EntitlementRefused(Reason.NAME);
        }
        // Browsers send lines with CR LF, and count them as one character.
        String text = description == null || description.isBlank()
                ? null
                : description.strip().replace("\r\n", "\n");
        if (text != null && text.length() > DESCRIPTION_LENGTH) {
            throw new EntitlementRefused(Reason.DESCRIPTION);
        }
        return new EntitlementDocument(json(type, name, text), name, Keys.fold(name), text);
    }

    private static String json(EntitlementType type, String name, String description) {
        String schema = type == EntitlementType.ROLE ? SchemaRegistry.OKTA_ROLE : SchemaRegistry.OKTA_ENTITLEMENT;
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("schemas", JSON.createArrayBuilder().add(schema));
        if (type == EntitlementType.LICENSE) {
            json.add("type", type.resourceType());
        }
        json.add("displayName", name);
        if (description != null) {
            json.add("description", description);
        }
        return json.build().toString();
    }
}
