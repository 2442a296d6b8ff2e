package io.roster.scim;

import io.roster.scim.schema.ResourceType;
import io.roster.scim.schema.SchemaRegistry;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** Tables of cases from resource files beside a test. */
public final class Cases {

    private Cases() {}

    /** The objects of a JSON array; each is shown by its member "case". */
    public static Stream<Named<JsonObject>> json(Class<?> test, String file) {
        return read(test, file).asJsonArray().getValuesAs(JsonObject.class).stream()
                .map(c -> Named.of(c.getString("case"), c));
    }

    /** The rows of a table whose columns are parted by tabs; lines that begin with # and empty lines are comments. */
    public static List<String[]> tsv(Class<?> test, String file) {
        try (var in = test.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t+", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonStructure read(Class<?> test, String file) {
        try (var reader = Json.createReader(test.getResourceAsStream(file))) {
            return reader.read();
        }
    }

    /** The resource type that a case names; User when it names none; "Own" is {@link OwnSchema}. */
    public static ResourceType type(JsonObject testCase) {
        if (testCase.getString("type", "").equals("Own")) {
            return OwnSchema.user();
        }
        return SchemaRegistry.standard()
                .resourceType(testCase.getString("type", "User"))
                .orElseThrow();
    }
}
