package io.roster.scim.protocol;

import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;

/**
 * A resource as it is stored, and how it is written for a client. The stored document is text already, so a read needs no
 * parsing: what is computed is put around it.
 *
 * @param resourceType {@code User} or {@code Group}
 * @param endpoint {@code /Users} or {@code /Groups}
 * @param id the SCIM id
 * @param version grows with each change
 * @param document a JSON object of the stored attributes, without {@code id}, {@code meta} and the references
 * @param referencing {@code groups} or {@code members}
 * @param references the values of that attribute; {@code null} leaves the attribute out
 * @param created when the resource was created
 * @param modified when it was last changed
 */
public record StoredResource(
        String resourceType,
        String endpoint,
        String id,
        long version,
        String document,
        String referencing,
        List<Reference> references,
        Instant created,
        Instant modified) {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final int AROUND_THE_DOCUMENT = 320;
    private static final int A_REFERENCE = 200;

    // Always three decimals, so that a time reads the same before and after it was stored.
    private static final DateTimeFormatter DATE_TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    /**
     * The same resource with what it refers to.
     *
     * @param attribute {@code groups} or {@code members}
     * @param values the values of that attribute
     * @return a copy
     */
    public StoredResource referring(String attribute, List<Reference> values) {
        return new StoredResource(resourceType, endpoint, id, version, document, attribute, values, created, modified);
    }

    /**
     * @return the entity tag, as in the {@code ETag} header and in {@code meta.version} (RFC 7644 section 3.14); another one
     *     when what the references are called has changed, where they are shown
     */
    public ETag etag() {
        ETag stored = ETag.of(version);
        return references == null ? stored : stored.showing(references);
    }

    /**
     * The absolute address of the resource.
     *
     * @param base the address of the SCIM service without a slash at the end
     * @return the value of the {@code Location} header and of {@code meta.location}
     */
    public String location(String base) {
        return base + endpoint + "/" + id;
    }

    /**
     * Writes the whole resource.
     *
     * @param base the address of the SCIM service without a slash at the end
     * @return a JSON object
     */
    public String toJson(String base) {
        int size = document.length() + AROUND_THE_DOCUMENT + (references == null ? 0 : references.size() * A_REFERENCE);
        StringBuilder json = new StringBuilder(size);
        json.append("{\"id\":\"").append(id).append('"');
        String attributes = document.substring(1, document.length() - 1);
        if (!attributes.isBlank()) {
            json.append(',').append(attributes);
        }
        appendReferences(json, base);
        json.append(",\"meta\":{\"resourceType\":\"").append(resourceType);
        json.append("\",\"created\":\"").append(DATE_TIME.format(created));
        json.append("\",\"lastModified\":\"").append(DATE_TIME.format(modified));
        json.append("\",\"location\":").append(quoted(location(base)));
        json.append(",\"version\":").append(quoted(etag().toString())).append("}}");
        return json.toString();
    }

    private void appendReferences(StringBuilder json, String base) {
        if (references == null) {
            return;
        }
        String prefix = quoted(base);
        prefix = prefix.substring(0, prefix.length() - 1);
        json.append(",\"").append(referencing).append("\":[");
        String separator = "";
        for (Reference reference : references) {
            json.append(separator).append("{\"value\":\"").append(reference.value());
            json.append("\",\"$ref\":").append(prefix).append(reference.endpoint());
            json.append('/').append(reference.value()).append('"');
            if (reference.display() != null) {
                json.append(",\"display\":").append(quoted(reference.display()));
            }
            json.append(",\"type\":\"").append(reference.type()).append("\"}");
            separator = ",";
        }
        json.append(']');
    }

    private static String quoted(String text) {
        JsonValue value = JSON.createValue(text);
        return value.toString();
    }
}
