package io.roster.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.roster.scim.schema.AttributePath;
import io.roster.scim.schema.SchemaRegistry;
import jakarta.json.Json;
import java.io.StringReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole numbers (RFC 7643 section 2.3.4), on an attribute of the ServiceProviderConfig, which has some. */
class NumbersTest {

    private static final AttributePath MAX_RESULTS = SchemaRegistry.standard()
            .schema(SchemaRegistry.SERVICE_PROVIDER_CONFIG)
            .flatMap(schema -> schema.attribute("filter"))
            .map(filter -> new AttributePath(
                    null, filter, filter.subAttribute("maxResults").orElseThrow()))
            .orElseThrow();

    private static final Place PLACE = Place.RESOURCE.member("filter").member("maxResults");

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1000", "9223372036854775807"})
    void integersAreWhole(String number) {
        assertThat(AttributeValues.single(
                        MAX_RESULTS, Json.createReader(new StringReader(number)).readValue(), PLACE))
                .hasToString(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1.0", "1e3", "\"1\"", "true"})
    void integersHaveNoFraction(String number) {
        var value = Json.createReader(new StringReader(number)).readValue();
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> AttributeValues.single(MAX_RESULTS, value, PLACE))
                .satisfies(e -> assertThat(e.scimType()).isEqualTo("invalidValue"))
                .satisfies(e -> assertThat(e.detail()).contains("\"filter.maxResults\"", "a whole number"));
    }
}
