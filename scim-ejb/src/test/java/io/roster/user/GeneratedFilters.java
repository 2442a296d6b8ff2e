package io.roster.user;

import io.roster.scim.schema.AttributeDefinition;
import io.roster.scim.schema.AttributeDefinition.Returned;
import io.roster.scim.schema.AttributeDefinition.Type;
import io.roster.scim.schema.AttributePath;
import io.roster.scim.schema.ResourceType;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;

/** Filters over every attribute of a resource type, with values that resources have, or nearly have. */
final class GeneratedFilters {

    private static final List<String> TEXT = List.of("eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le");
    private static final List<String> ORDERED = List.of("eq", "ne", "gt", "ge", "lt", "le");
    private static final List<String> EQUAL = List.of("eq", "ne");

    private final Random random;
    private final List<JsonObject> resources;
    private final List<AttributePath> paths;

    GeneratedFilters(Random random, ResourceType type, List<JsonObject> resources) {
        this.random = random;
        this.resources = resources;
        this.paths = paths(type);
    }

    /** Every attribute that can be asked for, complex ones as a whole and by their sub-attributes. */
    static List<AttributePath> paths(ResourceType type) {
        List<AttributePath> paths = new ArrayList<>();
        add(paths, null, type.schema().attributes());
        add(paths, null, type.common());
        type.extensions()
                .forEach(extension ->
                        add(paths, extension.urn(), extension.schema().attributes()));
        return paths;
    }

    private static void add(List<AttributePath> paths, String extension, List<AttributeDefinition> attributes) {
        for (AttributeDefinition attribute : attributes) {
            AttributePath path = new AttributePath(extension, attribute, null);
            if (attribute.returned() != Returned.NEVER) {
                paths.add(path);
                attribute.subAttributes().forEach(sub -> paths.add(path.with(sub)));
            }
        }
    }

    String filter(int depth) {
        return switch (depth == 0 ? 3 : random.nextInt(6)) {
            case 0 -> filter(depth - 1) + " and " + filter(depth - 1);
            case 1 -> filter(depth - 1) + " or " + filter(depth - 1);
            case 2 -> "not (" + filter(depth - 1) + ")";
            default -> random.nextInt(4) == 0 ? valuePath(depth) : leaf(path(), path -> path.notation());
        };
    }

    private String valuePath(int depth) {
        AttributePath attribute = path();
        while (!attribute.attribute().isComplex()) {
            attribute = path();
        }
        AttributePath complex = attribute.with(null);
        return complex.notation() + "[" + inner(complex, depth) + "]";
    }

    private String inner(AttributePath complex, int depth) {
        List<AttributeDefinition> subs = complex.attribute().subAttributes();
        AttributePath leaf = complex.with(subs.get(random.nextInt(subs.size())));
        return switch (depth == 0 ? 3 : random.nextInt(6)) {
            case 0 -> inner(complex, depth - 1) + " and " + inner(complex, depth - 1);
            case 1 -> inner(complex, depth - 1) + " or " + inner(complex, depth - 1);
            case 2 -> "not (" + inner(complex, depth - 1) + ")";
            default -> leaf(leaf, path -> path.subAttribute().name());
        };
    }

    private String leaf(AttributePath path, Function<AttributePath, String> notation) {
        AttributeDefinition leaf = path.leaf();
        if (leaf.isComplex() || random.nextInt(6) == 0) {
            return notation.apply(path) + " pr";
        }
        List<String> operators =
                switch (leaf.type()) {
                    case BOOLEAN, BINARY -> EQUAL;
                    case DATETIME, INTEGER, DECIMAL -> ORDERED;
                    default -> TEXT;
                };
        String operator = operators.get(random.nextInt(operators.size()));
        return notation.apply(path) + " " + operator + " " + literal(path, operator);
    }

    private String literal(AttributePath path, String operator) {
        if (EQUAL.contains(operator) && random.nextInt(10) == 0) {
            return "null";
        } else if (path.leaf().type() == Type.BOOLEAN) {
            return String.valueOf(random.nextBoolean());
        }
        String text = value(path);
        if (path.leaf().type() != Type.DATETIME) {
            text = varied(text);
        }
        return Json.createValue(text).toString();
    }

    private String varied(String text) {
        int from = text.offsetByCodePoints(0, random.nextInt(1 + text.codePointCount(0, text.length()) / 2));
        return switch (random.nextInt(7)) {
            case 0 -> text.toUpperCase(Locale.ROOT);
            case 1 -> text.substring(from);
            case 2 -> text.substring(0, from);
            case 3 -> GeneratedPeople.WORDS.get(random.nextInt(GeneratedPeople.WORDS.size()));
            default -> text;
        };
    }

    /** A value that some resource has there, if a few tries find one. */
    private String value(AttributePath path) {
        for (int i = 0; i < 20; i++) {
            JsonObject resource = resources.get(random.nextInt(resources.size()));
            JsonValue container = path.extension() == null ? resource : resource.get(path.extension());
            JsonValue value = container == null
                    ? null
                    : container.asJsonObject().get(path.attribute().name());
            if (value instanceof JsonArray array && !array.isEmpty()) {
                value = array.get(random.nextInt(array.size()));
            }
            if (path.subAttribute() != null) {
                value = value instanceof JsonObject object
                        ? object.get(path.subAttribute().name())
                        : null;
            }
            if (value instanceof JsonString string) {
                return string.getString();
            }
        }
        return path.leaf().type() == Type.DATETIME ? "2026-05-13T04:42:34Z" : "work";
    }

    private AttributePath path() {
        return paths.get(random.nextInt(paths.size()));
    }
}
