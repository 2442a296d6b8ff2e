package io.roster.imports;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A person or group of Roster with the same values as a user or group of Okta.
 *
 * @param id the SCIM id
 * @param name what pages call it
 * @param equal the attrPaths of what is equal, such as {@code userName}
 */
public record CandidateMatch(String id, String name, List<String> equal) {

    private static final JsonBuilderFactory JSON = JsonProvider.provider().createBuilderFactory(Map.of());
    private static final JsonReaderFactory READERS = JsonProvider.provider().createReaderFactory(Map.of());

    /**
     * Writes matches as they are stored.
     *
     * @param matches in the order in which to show them
     * @return a JSON array
     */
    public static String write(Collection<CandidateMatch> matches) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        for (CandidateMatch match : matches) {
            array.add(JSON.createObjectBuilder()
                    .add("id", match.id)
                    .add("name", match.name)
                    .add("equal", JSON.createArrayBuilder(match.equal)));
        }
        return array.build().toString();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param stored a JSON array, or {@code null}
     * @return the matches; none for {@code null}
     */
    public static List<CandidateMatch> read(String stored) {
        if (stored == null) {
            return List.of();
        }
        try (JsonReader reader = READERS.createReader(new StringReader(stored))) {
            return reader.readArray().getValuesAs(CandidateMatch::of);
        }
    }

    private static CandidateMatch of(JsonValue value) {
        JsonObject match = value.asJsonObject();
        JsonArray equal = match.getJsonArray("equal");
        return new CandidateMatch(
                match.getString("id"), match.getString("name"), equal.getValuesAs(JsonString::getString));
    }
}
