package io.roster.persistence;

import io.roster.scim.schema.AttributeDefinition;
import io.roster.scim.schema.AttributeDefinition.Mutability;
import io.roster.scim.schema.AttributePath;
import io.roster.scim.schema.ResourceType;
import io.roster.scim.schema.SchemaExtension;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** Derives the index rows of a document: one place, for every attribute that has no column and is not computed. */
final class ValueRows {

    private final ColumnBindings bindings;
    private final List<ValueRow> rows = new ArrayList<>();

    private ValueRows(ColumnBindings bindings) {
        this.bindings = bindings;
    }

    static List<ValueRow> of(ResourceType type, ColumnBindings bindings, JsonObject document) {
        ValueRows derived = new ValueRows(bindings);
        derived.add(null, type.schema().attributes(), document);
        for (SchemaExtension extension : type.extensions()) {
            if (document.get(extension.urn()) instanceof JsonObject attributes) {
                derived.add(extension.urn(), extension.schema().attributes(), attributes);
            }
        }
        return derived.rows;
    }

    private void add(String extension, List<AttributeDefinition> attributes, JsonObject values) {
        for (AttributeDefinition attribute : attributes) {
            JsonValue value = values.get(attribute.name());
            AttributePath path = new AttributePath(extension, attribute, null);
            if (value != null && isIndexed(path)) {
                if (value instanceof JsonArray array) {
                    addEach(path, array);
                } else if (value instanceof JsonObject object) {
                    addParts(path, 0, true, object);
                } else {
                    rows.add(ValueRow.of(path, 0, true, value));
                }
            }
        }
    }

    private boolean isIndexed(AttributePath path) {
        return path.attribute().mutability() != Mutability.WRITEONLY && bindings.isInRows(path);
    }

    private void addEach(AttributePath path, JsonArray values) {
        int first = firstOf(values);
        for (int i = 0; i < values.size(); i++) {
            JsonValue value = values.get(i);
            if (value instanceof JsonObject object) {
                rows.add(ValueRow.of(path, i, i == first, object));
                addParts(path, i, i == first, object);
            } else {
                rows.add(ValueRow.of(path, i, i == first, value));
            }
        }
    }

    private void addParts(AttributePath path, int ordinal, boolean first, JsonObject value) {
        boolean inTheRow = path.attribute().multiValued();
        for (AttributeDefinition sub : path.attribute().subAttributes()) {
            JsonValue part = value.get(sub.name());
            if (part != null && !(inTheRow && ValueRow.IN_THE_ROW.contains(sub.name()))) {
                rows.add(ValueRow.of(path.with(sub), ordinal, first, part));
            }
        }
    }

    private static int firstOf(JsonArray values) {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) instanceof JsonObject object && object.get("primary") == JsonValue.TRUE) {
                return i;
            }
        }
        return 0;
    }
}
