package io.roster.imports;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The content of a stored page: a JSON array of what is of use, compressed. A page of 500 users has some 50 kilobytes. */
final class PageContent {

    private static final JsonBuilderFactory BUILDERS = JsonProvider.provider().createBuilderFactory(Map.of());
    private static final JsonReaderFactory READERS = JsonProvider.provider().createReaderFactory(Map.of());
    private static final JsonWriterFactory WRITERS = JsonProvider.provider().createWriterFactory(Map.of());

    /** A third larger than with Java's default, for a third of the time: a page is kept for minutes. */
    private static final class Fast extends GZIPOutputStream {
        Fast(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    private PageContent() {}

    static byte[] ofUsers(List<FetchedUser> users) {
        JsonArrayBuilder array = BUILDERS.createArrayBuilder();
        for (FetchedUser user : users) {
            JsonObjectBuilder json = BUILDERS.createObjectBuilder()
                    .add("id", user.oktaId())
                    .add("status", user.status())
                    .add("appUserStatus", user.appUserStatus())
                    .add("appUserName", user.appUserName())
                    .add("profile", user.profile())
                    .add("appProfile", user.appProfile());
            if (user.scimId() != null) {
                json.add("scimId", user.scimId());
            }
            array.add(json);
        }
        return compressed(array.build());
    }

    static List<FetchedUser> users(byte[] content) {
        return objects(
                content,
                json -> new FetchedUser(
                        json.getString("id"),
                        json.getString("status"),
                        json.getString("appUserStatus"),
                        json.getString("scimId", null),
                        json.getString("appUserName"),
                        json.getJsonObject("profile"),
                        json.getJsonObject("appProfile")));
    }

    static byte[] ofGroups(List<FetchedGroup> groups) {
        JsonArrayBuilder array = BUILDERS.createArrayBuilder();
        groups.forEach(group -> array.add(BUILDERS.createObjectBuilder()
                .add("id", group.oktaId())
                .add("name", group.name())
                .add("description", group.description())));
        return compressed(array.build());
    }

    static List<FetchedGroup> groups(byte[] content) {
        return objects(
                content,
                json -> new FetchedGroup(json.getString("id"), json.getString("name"), json.getString("description")));
    }

    static byte[] ofIds(List<String> ids) {
        JsonArrayBuilder array = BUILDERS.createArrayBuilder();
        ids.forEach(array::add);
        return compressed(array.build());
    }

    static List<String> ids(byte[] content) {
        return read(content).getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }

    private static <T> List<T> objects(byte[] content, Function<JsonObject, T> reader) {
        Stream<JsonObject> objects = read(content).getValuesAs(JsonObject.class).stream();
        return objects.map(reader).toList();
    }

    private static byte[] compressed(JsonArray array) {
        var bytes = new ByteArrayOutputStream();
        try (JsonWriter writer = WRITERS.createWriter(new Fast(bytes), StandardCharsets.UTF_8)) {
            writer.writeArray(array);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static JsonArray read(byte[] content) {
        try (JsonReader reader =
                READERS.createReader(new GZIPInputStream(new ByteArrayInputStream(content)), StandardCharsets.UTF_8)) {
            return reader.readArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
