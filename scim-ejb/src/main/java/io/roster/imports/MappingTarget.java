package io.roster.imports;

import io.roster.imports.ImportRefused.Reason;
import io.roster.scim.filter.BoundFilter;
import io.roster.scim.filter.JsonMatcher;
import io.roster.scim.patch.PatchChange;
import io.roster.scim.patch.PatchOperation.Op;
import io.roster.scim.patch.PatchPath;
import io.roster.scim.protocol.Place;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.schema.AttributeDefinition;
import io.roster.scim.schema.AttributeDefinition.Mutability;
import io.roster.scim.schema.AttributePath;
import io.roster.scim.schema.ResourceType;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One attribute that a mapping can write: a single value, a list of plain values, a part of a complex attribute ({@code
 * name.givenName}), or a part of the one value of a list that a comparison selects ({@code emails[type eq "work"].value}).
 *
 * @param path resolved
 * @param notation in the schema's case
 */
record MappingTarget(PatchPath path, String notation) {

    private static final String FIELD = "attrPath";
    private static final String VALUE = "value";

    /** The username format, the assignment and Okta's id decide on these; a password is never taken from a profile. */
    private static final Set<String> RESERVED = Set.of("schemas", "id", "externalId", "userName", "active", "password");

    /** What mappings seldom are for, though they can be. */
    private static final Set<String> NOT_MAPPED = Set.of("type", "primary", "display", "$ref");

    /**
     * Finds the attribute.
     *
     * @throws ImportRefused when there is none, or a mapping must not write it
     */
    static MappingTarget of(String attrPath, ResourceType type) {
        PatchPath path = path(attrPath, type);
        AttributePath target = path.target();
        if (target.isExtension()) {
            throw new ImportRefused(Reason.ATTRIBUTE_UNKNOWN, FIELD, attrPath);
        }
        AttributeDefinition attribute = target.attribute();
        boolean reserved = target.extension() == null && RESERVED.contains(attribute.name());
        if (reserved || !isWritable(attribute) || !isWritable(target.leaf())) {
            throw new ImportRefused(Reason.ATTRIBUTE_RESERVED, FIELD, attrPath);
        }
        AttributeDefinition sub = target.subAttribute();
        if (attribute.isComplex() && (sub == null || attribute.multiValued() && path.valueFilter() == null)) {
            throw new ImportRefused(Reason.ATTRIBUTE_PARTS, FIELD, attrPath, example(target));
        } else if (!attribute.isComplex() && path.valueFilter() != null) {
            throw new ImportRefused(Reason.ATTRIBUTE_FILTER, FIELD, attrPath);
        }
        return new MappingTarget(path, notation(path, attrPath));
    }

    /** Notations of all attributes that can be mapped: of a list, the one value of each of its types. */
    static List<String> all(ResourceType type) {
        Stream<AttributePath> core = type.schema().attributes().stream()
                .filter(attribute -> !RESERVED.contains(attribute.name()))
                .map(attribute -> new AttributePath(null, attribute, null));
        Stream<AttributePath> others = type.extensions().stream()
                .flatMap(extension -> extension.schema().attributes().stream()
                        .map(attribute -> new AttributePath(extension.urn(), attribute, null)));
        return Stream.concat(core, others)
                .filter(path -> isWritable(path.attribute()))
                .flatMap(MappingTarget::parts)
                .toList();
    }

    private static Stream<String> parts(AttributePath path) {
        AttributeDefinition attribute = path.attribute();
        if (!attribute.isComplex()) {
            return Stream.of(path.notation());
        }
        Stream<String> places = attribute.multiValued()
                ? attribute.subAttribute("type").stream()
                        .flatMap(kind -> kind.canonicalValues().stream())
                        .map(kind -> path.notation() + "[type eq \"" + kind + "\"].")
                : Stream.of(path.notation() + ".");
        return places.flatMap(place -> attribute.subAttributes().stream()
                .filter(sub -> isWritable(sub) && !NOT_MAPPED.contains(sub.name()))
                .map(sub -> place + sub.name()));
    }

    private static PatchPath path(String attrPath, ResourceType type) {
        try {
            return PatchPath.of(attrPath == null ? "" : attrPath.strip(), type);
        } catch (ScimException e) {
            throw new ImportRefused(Reason.ATTRIBUTE_UNKNOWN, FIELD, attrPath);
        }
    }

    private static boolean isWritable(AttributeDefinition attribute) {
        return attribute.mutability() == Mutability.READWRITE;
    }

    private static String example(AttributePath target) {
        AttributeDefinition attribute = target.attribute();
        String part = attribute
                .subAttribute(VALUE)
                .orElse(attribute.subAttributes().get(0))
                .name();
        String canonical = attribute
                .subAttribute("type")
                .flatMap(kind -> kind.canonicalValues().stream().findFirst())
                .orElse("work");
        return target.with(null).notation()
                + (attribute.multiValued() ? "[type eq \"" + canonical + "\"]." : ".")
                + part;
    }

    private static String notation(PatchPath path, String attrPath) {
        AttributePath target = path.target();
        if (path.valueFilter() == null) {
            return target.notation();
        }
        JsonObject selected = path.newValue();
        boolean single =
                path.valueFilter() instanceof BoundFilter.Comparison && selected != null && selected.size() == 1;
        if (!single || selected.containsKey(target.subAttribute().name())) {
            throw new ImportRefused(Reason.ATTRIBUTE_FILTER, FIELD, attrPath);
        }
        String name = selected.keySet().iterator().next();
        return target.with(null).notation() + "[" + name + " eq " + selected.get(name) + "]."
                + target.subAttribute().name();
    }

    /** What is there now; {@code null} for nothing. */
    JsonValue in(JsonObject document) {
        JsonValue present = attribute(document);
        if (path.valueFilter() != null) {
            present = selected(present).stream().findFirst().orElse(null);
        }
        AttributeDefinition sub = path.target().subAttribute();
        return sub == null || present == null ? present : present.asJsonObject().get(sub.name());
    }

    /** Whether it is a part of an entry of {@code phoneNumbers} that holds this number. */
    boolean isIn(String phoneNumber, JsonObject document) {
        return phoneNumber != null
                && path.isOn("phoneNumbers")
                && selected(attribute(document)).stream().anyMatch(entry -> entry.getString(VALUE, "")
                        .replaceFirst("^tel:", "")
                        .replaceAll("[ ().-]", "")
                        .equals(phoneNumber));
    }

    /** The change that makes it so. A value of a list goes as a whole with what is its value. */
    PatchChange change(JsonValue value) {
        if (value != null) {
            return new PatchChange(
                    path.valueFilter() == null ? Op.REPLACE : Op.ADD,
                    path,
                    value,
                    false,
                    Place.RESOURCE.member(notation));
        }
        boolean whole = path.valueFilter() != null
                && path.target().subAttribute().name().equals(VALUE);
        PatchPath removed = whole ? new PatchPath(path.target().with(null), path.valueFilter(), path.newValue()) : path;
        return new PatchChange(Op.REMOVE, removed, null, false, Place.RESOURCE.member(notation));
    }

    private JsonValue attribute(JsonObject document) {
        AttributePath target = path.target();
        JsonObject container = target.extension() == null ? document : document.getJsonObject(target.extension());
        return container == null ? null : container.get(target.attribute().name());
    }

    private List<JsonObject> selected(JsonValue list) {
        return list instanceof JsonArray array
                ? array.getValuesAs(JsonObject.class).stream()
                        .filter(entry -> JsonMatcher.matchesValue(path.valueFilter(), entry))
                        .toList()
                : List.of();
    }
}
