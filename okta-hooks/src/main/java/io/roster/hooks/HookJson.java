package io.roster.hooks;

import io.roster.scim.protocol.ScimException;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.spi.JsonProvider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Bodies of hooks: a request is a JSON object, and so is every answer, refusals included. */
final class HookJson {

    /** Far above what Okta sends of one person. */
    static final int LARGEST = 1024 * 1024;

    private static final JsonReaderFactory READERS = JsonProvider.provider().createReaderFactory(Map.of());
    private static final JsonBuilderFactory BUILDERS = JsonProvider.provider().createBuilderFactory(Map.of());

    private HookJson() {}

    /**
     * @throws ScimException 413 for a body that is too large, 400 for one that is no JSON object
     */
    static JsonObject body(HttpServletRequest request) throws IOException {
        byte[] bytes = request.getContentLengthLong() > LARGEST
                ? new byte[LARGEST + 1]
                : request.getInputStream().readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw ScimException.payloadTooLarge("The request body is larger than " + LARGEST + " bytes.");
        }
        try (JsonReader reader = READERS.createReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            return reader.readObject();
        } catch (JsonException | IllegalStateException e) {
            throw ScimException.invalidSyntax("The request body is no JSON object.");
        }
    }

    static void write(HttpServletResponse response, int status, JsonObject body) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType("application/json");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** Writes a refusal in the form that Okta shows in its System Log: {@code {"error":{"errorSummary":…}}}. */
    static void refuse(HttpServletResponse response, int status, String summary) throws IOException {
        JsonObject error =
                BUILDERS.createObjectBuilder().add("errorSummary", summary).build();
        write(
                response,
                status,
                BUILDERS.createObjectBuilder().add("error", error).build());
    }
}
