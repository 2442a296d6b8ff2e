package io.roster.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** An answer of the SCIM endpoint, with the checks that every answer must pass. */
public final class Answer {
    private static final JsonProvider JSON = JsonProvider.provider();
    private static final String ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";

    private final HttpResponse<byte[]> response;

    Answer(HttpResponse<byte[]> response) {
        this.response = response;
        assertThat(status()).as("%s", this).isLessThan(500);
        if (response.body().length > 0) {
            assertThat(header("Content-Type")).as("%s", this).contains("application/scim+json");
        }
        if (status() >= 400) {
            isSomeError();
        } else if (status() < 300 && response.body().length > 0 && json().getJsonObject("meta") != null) {
            hasItsLocation();
            hasItsVersion();
        } else if (status() == 304) {
            assertThat(text()).as("%s", this).isEmpty();
            assertThat(header("ETag")).as("%s", this).isPresent();
        }
    }

    /** RFC 7644 section 3.12, and a detail that a person can read: a sentence without the server's insides. */
    private void isSomeError() {
        JsonObject error = json();
        assertThat(strings("schemas")).as("%s", this).containsExactly(ERROR);
        assertThat(error.getString("status")).as("%s", this).isEqualTo("" + status());
        assertThat(error.getString("detail"))
                .as("%s", this)
                .contains(" ")
                .doesNotContainPattern("(?i)exception|io\\.roster|\\bsql\\b|\\bat \\w+\\.\\w+\\(");
    }

    /** An answer about one resource says where it is, absolutely (RFC 7643 section 3.1). */
    private void hasItsLocation() {
        String location = json().getJsonObject("meta").getString("location");
        assertThat(header("Location")).as("%s", this).contains(location);
        assertThat(header("Content-Location")).as("%s", this).contains(location);
        assertThat(location).as("%s", this).matches("https?://[^/]+(/.+)?/scim/v2/.+");
    }

    /** What the header says of the version, the body says too (RFC 7644 section 3.14). */
    private void hasItsVersion() {
        String version = json().getJsonObject("meta").getString("version");
        assertThat(header("ETag")).as("%s", this).contains(version);
        assertThat(version).as("%s", this).matches("W/\"[0-9a-f.]+\"");
    }

    public Answer is(int status) {
        assertThat(status()).as("%s", this).isEqualTo(status);
        return this;
    }

    /** A refusal with the scimType of RFC 7644 table 9. */
    public Answer is(int status, String scimType) {
        is(status);
        assertThat(json().getString("scimType", null)).as("%s", this).isEqualTo(scimType);
        return this;
    }

    public int status() {
        return response.statusCode();
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    public String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    public JsonObject json() {
        try (var reader = JSON.createReader(new java.io.StringReader(text()))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw new AssertionError("Not a JSON object: " + this, e);
        }
    }

    public String id() {
        return json().getString("id");
    }

    /** Tells whether there is a value at a JSON pointer. */
    public boolean has(String pointer) {
        return JSON.createPointer(pointer).containsValue(json());
    }

    /** The value at a JSON pointer, strings without their quotes. */
    public String at(String pointer) {
        assertThat(has(pointer)).as("%s in %s", pointer, this).isTrue();
        JsonValue value = JSON.createPointer(pointer).getValue(json());
        return value instanceof JsonString string ? string.getString() : value.toString();
    }

    /** The strings of an array at the top. */
    public List<String> strings(String name) {
        return json().getJsonArray(name).getValuesAs(JsonString::getString);
    }

    public JsonArray resources() {
        return json().getJsonArray("Resources");
    }

    /** A list's ids in its order. */
    public List<String> ids() {
        return resources().getValuesAs(resource -> resource.asJsonObject().getString("id"));
    }

    public int total() {
        return json().getInt("totalResults");
    }

    /** The request and the answer, for the message of a failed check. */
    @Override
    public String toString() {
        String body = text();
        return response.request().method() + " " + response.request().uri() + " -> " + status() + " "
                + response.headers().map() + "\n" + (body.length() > 3000 ? body.substring(0, 3000) + "…" : body);
    }
}
