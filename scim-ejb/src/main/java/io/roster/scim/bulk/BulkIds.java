package io.roster.scim.bulk;

import io.roster.scim.protocol.JsonObjects;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * References to resources that other operations of the same request make (RFC 7644 section 3.7.2). {@code bulkId:x}
 * stands where an id would: as any value of the data, as the id in the path of the operation, at the end of a {@code
 * $ref}, and as a compared value in the path of a PATCH such as {@code members[value eq "bulkId:x"]}.
 */
final class BulkIds {

    private static final String MARK = "bulkId:";
    private static final String REF = "$ref";
    private static final Pattern COMPARED = Pattern.compile("\"" + MARK + "([^\"\\\\]*+)\"");
    private static final JsonProvider JSON = JsonProvider.provider();

    private final UnaryOperator<String> ids;
    private final boolean isPatch;

    private BulkIds(UnaryOperator<String> ids, boolean isPatch) {
        this.ids = ids;
        this.isPatch = isPatch;
    }

    /** The bulkIds that an operation refers to, those of its path first. */
    static Set<String> in(BulkOperation operation) {
        var found = new LinkedHashSet<String>();
        if (operation.path() != null) {
            path(operation.path(), collectingIn(found));
        }
        if (operation.data() != null) {
            data(operation, operation.data(), collectingIn(found));
        }
        return found;
    }

    /** The bulkIds that a value in the data of a POST refers to. */
    static Set<String> in(JsonValue value) {
        var found = new LinkedHashSet<String>();
        new BulkIds(collectingIn(found), false).value("", value);
        return found;
    }

    /** The path with an id in place of a reference. */
    static String path(String path, UnaryOperator<String> ids) {
        var mark = path.indexOf('/', 1) + 1;
        return mark > 1 && path.startsWith(MARK, mark)
                ? path.substring(0, mark) + ids.apply(path.substring(mark + MARK.length()))
                : path;
    }

    /** The data, which are all or a part of that operation's, with ids in place of references. */
    static JsonObject data(BulkOperation operation, JsonObject data, UnaryOperator<String> ids) {
        return new BulkIds(ids, operation.method() == BulkMethod.PATCH).object(data);
    }

    private static UnaryOperator<String> collectingIn(Set<String> found) {
        return bulkId -> {
            found.add(bulkId);
            return MARK + bulkId;
        };
    }

    private JsonObject object(JsonObject object) {
        var members = new LinkedHashMap<String, JsonValue>();
        // In the value of a PATCH without path, names are paths.
        object.forEach((name, value) -> members.put(isPatch ? compared(name) : name, value(name, value)));
        return JsonObjects.of(members);
    }

    private JsonValue value(String name, JsonValue value) {
        if (value instanceof JsonObject object) {
            return object(object);
        } else if (value instanceof JsonArray array) {
            var elements = new ArrayList<JsonValue>(array.size());
            array.forEach(element -> elements.add(value(name, element)));
            return JsonObjects.of(elements);
        } else if (value instanceof JsonString string) {
            var text = string.getString();
            var resolved = text(name, text);
            return resolved.equals(text) ? value : JSON.createValue(resolved);
        }
        return value;
    }

    private String text(String name, String text) {
        if (text.startsWith(MARK)) {
            return ids.apply(text.substring(MARK.length()));
        }
        if (name.equalsIgnoreCase(REF) && text.contains("/" + MARK)) {
            var mark = text.indexOf("/" + MARK) + 1;
            return text.substring(0, mark) + ids.apply(text.substring(mark + MARK.length()));
        }
        return isPatch && name.equalsIgnoreCase("path") ? compared(text) : text;
    }

    private String compared(String path) {
        return path.contains(MARK)
                ? COMPARED.matcher(path)
                        .replaceAll(found -> Matcher.quoteReplacement('"' + ids.apply(found.group(1)) + '"'))
                : path;
    }
}
