package io.roster.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessagesTest {

    @Test
    void anErrorBearsItsStatusAsText() {
        assertThat(ScimException.uniqueness("userName ada already exists (id 7f1c).")
                        .toJson())
                .hasToString(
                        "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:Error\"],\"scimType\":\"uniqueness\","
                                + "\"detail\":\"userName ada already exists (id 7f1c).\",\"status\":\"409\"}");
        assertThat(ScimException.notFound("User 7 not found.").toJson())
                .hasToString("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:Error\"],"
                        + "\"detail\":\"User 7 not found.\",\"status\":\"404\"}");
    }

    @Test
    void aBusyServerTellsWhenToComeBack() {
        assertThat(ScimException.serviceUnavailable("Busy.", 120).retryAfterSeconds())
                .hasValue(120);
        assertThat(ScimException.notFound("Gone.").retryAfterSeconds()).isEmpty();
    }

    @Test
    void aFaultIsToldByItsReferenceOnly() {
        assertThat(ScimException.internal("c0ffee").detail()).contains("c0ffee");
    }

    @Test
    void aPagePastTheEndHasItsEmptyList() {
        assertThat(new ListResponse(3, 101, List.of()).toJson())
                .hasToString("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:ListResponse\"],\"totalResults\":3,"
                        + "\"startIndex\":101,\"itemsPerPage\":0,\"Resources\":[]}");
    }

    @Test
    void itemsPerPageIsTheNumberOfRows() {
        var row = Json.createObjectBuilder().add("id", "a").build();
        var json = new ListResponse(9, 1, List.of(row)).toJson();
        assertThat(json.getInt("itemsPerPage")).isEqualTo(1);
        assertThat(json.get("totalResults").getValueType()).isEqualTo(JsonValue.ValueType.NUMBER);
        assertThat(json.getJsonArray("Resources")).containsExactly(row);
    }

    @Test
    void excerptsAreShortAndPrintable() {
        assertThat(Excerpt.of("a\n\0\ud83d")).isEqualTo("a???");
        assertThat(Excerpt.of("👩".repeat(81))).isEqualTo("👩".repeat(80) + "…");
    }
}
