package io.roster.attribute;

import io.roster.schema.OwnCharacteristics;
import io.roster.scim.schema.AttributeDefinition.Type;
import io.roster.scim.schema.ResourceType;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** What can be said of an attribute of one's own, and what cannot. */
final class AttributeRules {

    /** How many attributes each resource type may be given. */
    static final int MOST = 100;

    static final Set<Type> TYPES =
            Set.of(Type.STRING, Type.BOOLEAN, Type.INTEGER, Type.DECIMAL, Type.DATETIME, Type.REFERENCE);

    /** ATTRNAME of RFC 7643 section 2.1. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9$_-]{0,63}");

    // Okta does not import a custom attribute of this name.
    private static final String GROUPS = "groups";

    private static final int MOST_VALUES = 100;
    private static final int LONGEST_VALUE = 255;
    private static final int LONGEST_DESCRIPTION = 500;

    private AttributeRules() {}

    /**
     * What was asked for, tidied up.
     *
     * @param asked as it was typed
     * @param extended the resource type, with or without own attributes
     * @throws AttributeRefusal for what is not possible
     */
    static OwnCharacteristics checked(OwnCharacteristics asked, ResourceType extended) {
        String name = asked.name() == null ? "" : asked.name().strip();
        if (!NAME.matcher(name).matches()) {
            throw new AttributeRefusal("own.name.form", "name");
        } else if (isReleased(name, extended)) {
            throw new AttributeRefusal("own.name.reserved", "name", name);
        } else if (!TYPES.contains(asked.type())) {
            throw new AttributeRefusal("own.type.unknown", "type");
        } else if (asked.type() == Type.BOOLEAN && asked.multiValued()) {
            throw new AttributeRefusal("own.multi.boolean", "multiValued");
        }
        return new OwnCharacteristics(
                name,
                asked.type(),
                asked.multiValued(),
                asked.required(),
                // The others have no case; addresses do (RFC 7643 section 2.3.7).
                asked.type() != Type.STRING || asked.caseExact(),
                values(asked),
                description(asked.description()));
    }

    private static boolean isReleased(String name, ResourceType type) {
        return name.equalsIgnoreCase(GROUPS)
                || type.attribute(name).isPresent()
                || type.extensions().stream()
                        .filter(extension -> !extension.urn().contains(":custom:"))
                        .anyMatch(
                                extension -> extension.schema().attribute(name).isPresent());
    }

    private static List<String> values(OwnCharacteristics asked) {
        List<String> values = asked.canonicalValues().stream()
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
        if (!values.isEmpty() && asked.type() != Type.STRING) {
            throw new AttributeRefusal("own.values.type", "canonicalValues");
        } else if (values.size() > MOST_VALUES) {
            throw new AttributeRefusal("own.values.many", "canonicalValues", values.size(), MOST_VALUES);
        }
        Set<String> seen = new HashSet<>();
        for (String value : values) {
            if (value.length() > LONGEST_VALUE) {
                throw new AttributeRefusal("own.values.long", "canonicalValues", value.substring(0, 20), LONGEST_VALUE);
            } else if (!seen.add(asked.caseExact() ? value : value.toLowerCase(Locale.ROOT))) {
                throw new AttributeRefusal("own.values.twice", "canonicalValues", value);
            }
        }
        return values;
    }

    private static String description(String asked) {
        String description = asked == null ? "" : asked.strip();
        if (description.length() > LONGEST_DESCRIPTION) {
            throw new AttributeRefusal(
                    "own.description.long", "description", description.length(), LONGEST_DESCRIPTION);
        }
        return description;
    }
}
