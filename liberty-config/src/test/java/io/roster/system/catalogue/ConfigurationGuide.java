package io.roster.system.catalogue;

import io.roster.system.Answer;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The guide for administrators of Okta, {@code docs/okta-provisioning.md}, as far as it can be compared with the server.
 *
 * @param text the whole page
 */
record ConfigurationGuide(String text) {
    static final Path DOCS = Path.of("").toAbsolutePath().getParent().resolve("docs");

    private static final Pattern SECTION = Pattern.compile("(?m)^## (.+)$");
    private static final Pattern FILE = Pattern.compile("\\]\\(((?!http)[^)#]+)[^)]*\\)");

    /** A row of the table: Okta's attribute, the SCIM attribute, and who may write it. */
    private static final Pattern ATTRIBUTE =
            Pattern.compile("(?m)^\\|[^|]*\\| `([^`]+)` \\| (readWrite|readOnly|immutable|writeOnly) \\|");

    static ConfigurationGuide read() {
        try {
            return new ConfigurationGuide(Files.readString(DOCS.resolve("okta-provisioning.md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> sections() {
        return found(SECTION).map(match -> match.group(1)).toList();
    }

    /** Pages and pictures to which it links and which are not there. */
    List<String> missingFiles() {
        return found(FILE)
                .map(match -> match.group(1))
                .filter(file -> !Files.exists(DOCS.resolve(file)))
                .toList();
    }

    /** The mutability of each SCIM attribute in its tables, by the attribute's path without value filters. */
    Map<String, String> attributes() {
        Map<String, String> attributes = new TreeMap<>();
        found(ATTRIBUTE).forEach(match -> attributes.put(match.group(1).replaceAll("\\[[^]]*]", ""), match.group(2)));
        return attributes;
    }

    private Stream<MatchResult> found(Pattern pattern) {
        return pattern.matcher(text).results();
    }

    /** The same of what {@code /Schemas} announces; attributes of extensions begin with their URN. */
    static Map<String, String> announced(Answer schemas) {
        Map<String, String> attributes = new TreeMap<>();
        for (JsonObject schema : schemas.resources().getValuesAs(JsonObject.class)) {
            String urn = schema.getString("id");
            String prefix = urn.contains(":extension:") ? urn + ":" : "";
            if (urn.endsWith(":User")) {
                add(attributes, prefix, schema.getJsonArray("attributes"));
            }
        }
        return attributes;
    }

    private static void add(Map<String, String> attributes, String prefix, JsonArray definitions) {
        for (JsonObject definition : definitions.getValuesAs(JsonObject.class)) {
            String path = prefix + definition.getString("name");
            attributes.put(path, definition.getString("mutability"));
            if (definition.containsKey("subAttributes")) {
                add(attributes, path + ".", definition.getJsonArray("subAttributes"));
            }
        }
    }
}
