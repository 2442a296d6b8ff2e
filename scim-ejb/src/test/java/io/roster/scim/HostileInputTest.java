package io.roster.scim;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.roster.scim.filter.BoundFilter;
import io.roster.scim.filter.JsonMatcher;
import io.roster.scim.patch.PatchEngine;
import io.roster.scim.patch.PatchOperation;
import io.roster.scim.patch.PatchPath;
import io.roster.scim.protocol.AttributeProjection;
import io.roster.scim.protocol.JsonBody;
import io.roster.scim.protocol.ResourceValidator;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.protocol.SearchRequest;
import io.roster.scim.schema.ResourceType;
import io.roster.scim.schema.SchemaRegistry;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever comes in is answered or refused with a 4xx; nothing else is ever thrown. */
class HostileInputTest {

    private static final ResourceType USER = SchemaRegistry.standard().user();
    private static final JsonObject ADA = HostileJson.person();

    @Property
    void bytesAreReadOrRefused(@ForAll byte[] body) {
        answered(() -> JsonBody.parse(body, UTF_8));
    }

    @Property
    void brokenJsonIsReadOrRefused(@ForAll("brokenJson") String body) {
        answered(() -> JsonBody.parse(body.getBytes(UTF_8), UTF_8));
    }

    @Property
    void textIsAFilterOrRefused(@ForAll String filter) {
        answered(() -> JsonMatcher.matches(BoundFilter.of(filter, USER), ADA));
    }

    @Property(seed = "20260513", tries = 1000)
    void tokensAreAFilterOrRefused(@ForAll("filterTokens") List<String> tokens) {
        answered(() -> JsonMatcher.matches(BoundFilter.of(String.join(" ", tokens), USER), ADA));
        answered(() -> JsonMatcher.matches(BoundFilter.of(String.join("", tokens), USER), ADA));
        answered(() -> PatchPath.of(String.join("", tokens), USER));
    }

    @Property(seed = "20260513", tries = 1000)
    void aFilterAndItsNegationPartThePeople(@ForAll("filters") String filter) {
        var matches = JsonMatcher.matches(BoundFilter.of(filter, USER), ADA);
        assertThat(JsonMatcher.matches(BoundFilter.of("not (" + filter + ")", USER), ADA))
                .isNotEqualTo(matches);
    }

    @Property(seed = "20260513", tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void resourcesAreTakenOrRefused(@ForAll("objects") JsonObject body) {
        var valid = answered(() -> ResourceValidator.validate(USER, body));
        if (valid != null) {
            assertThat(ResourceValidator.validate(USER, valid)).isEqualTo(valid);
        }
    }

    @Property(seed = "20260513", tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void patchesAreAppliedOrRefused(@ForAll("objects") JsonObject body) {
        answered(() -> PatchEngine.apply(USER, ADA, PatchOperation.parse(body)));
    }

    @Property
    void parametersAreReadOrRefused(@ForAll String start, @ForAll String count, @ForAll String attributes) {
        answered(() -> SearchRequest.parse(Map.of("startIndex", List.of(start), "count", List.of(count))));
        assertThat(AttributeProjection.of(USER, attributes, null).apply(ADA)).containsKeys("id", "schemas");
        assertThat(AttributeProjection.of(USER, null, attributes).apply(ADA)).containsKeys("id", "schemas");
    }

    @Provide
    Arbitrary<String> brokenJson() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        ":",
                        ",",
                        "\"",
                        "\"a\"",
                        "\"\\u0000\"",
                        "\"\\ud800\"",
                        "1",
                        "-",
                        "1e9999",
                        ".5",
                        "null",
                        "true",
                        "\\",
                        " ",
                        "\u2028",
                        "é")
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<List<String>> filterTokens() {
        return Arbitraries.of(
                        "userName",
                        "emails",
                        "emails[",
                        "]",
                        "(",
                        ")",
                        "not",
                        "and",
                        "or",
                        "eq",
                        "ne",
                        "co",
                        "gt",
                        "pr",
                        "\"a\"",
                        "\"",
                        "\\",
                        "true",
                        "null",
                        "5",
                        "-",
                        ".",
                        ":",
                        ".value",
                        "type",
                        "meta.created",
                        "active",
                        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
                        "\"2026-01-01T00:00:00Z\"",
                        "$ref",
                        "💥")
                .list()
                .ofMaxSize(14);
    }

    /** Filters that are valid. */
    @Provide
    Arbitrary<String> filters() {
        var leaves = Arbitraries.of(
                "userName eq \"ADA\"",
                "userName ne \"ada\"",
                "userName sw \"a\"",
                "displayName pr",
                "title eq null",
                "active eq true",
                "active ne false",
                "emails co \"work\"",
                "emails.type ne \"work\"",
                "emails[type eq \"home\" and value ew \"example\"]",
                "emails[not (type eq \"work\")]",
                "meta.created gt \"2026-01-01T00:00:00Z\"",
                "name[familyName sw \"P\"]",
                "phoneNumbers.value ne \"1\"",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager ne \"x\"");
        // A filter of unbounded depth would meet the parser's limit at one of its random seeds.
        return nested(leaves, 6);
    }

    private static Arbitrary<String> nested(Arbitrary<String> leaves, int depth) {
        if (depth == 0) {
            return leaves;
        }
        var inner = nested(leaves, depth - 1);
        return Arbitraries.oneOf(
                leaves,
                inner.map(filter -> "not (" + filter + ")"),
                Combinators.combine(inner, Arbitraries.of(" and ", " or "), inner)
                        .as((a, op, b) -> "(" + a + op + b + ")"));
    }

    @Provide
    Arbitrary<JsonObject> objects() {
        return Arbitraries.oneOf(HostileJson.objects(), PlausibleJson.resource());
    }

    private static <T> T answered(Supplier<T> call) {
        try {
            return call.get();
        } catch (ScimException e) {
            assertThat(e.status()).isBetween(400, 499);
            assertThat(e.detail()).isNotBlank().hasSizeLessThan(1000);
            assertThat(e.toJson().getString("status")).startsWith("4");
            return null;
        }
    }
}
