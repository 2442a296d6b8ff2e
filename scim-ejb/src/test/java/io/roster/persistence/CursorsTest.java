package io.roster.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.roster.scim.protocol.ScimException;
import io.roster.scim.protocol.SearchRequest;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cursors are opened as they were sealed, by every server with the same secret and by no other, and for their query only. */
class CursorsTest {

    private static final List<String> USER = List.of("User");

    private final Cursors cursors = cursors((byte) 1);

    private static Cursors cursors(byte secret) {
        byte[] bytes = new byte[32];
        bytes[0] = secret;
        return new Boundaries().with(CursorKey.class, new CursorKey(bytes)).get(Cursors.class);
    }

    private static SearchRequest request(String... parameters) {
        Map<String, List<String>> map = new HashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            map.put(parameters[i], List.of(parameters[i + 1]));
        }
        return SearchRequest.parse(map);
    }

    private static String fingerprint(String caller, String... parameters) {
        return Cursors.fingerprint(caller, USER, request(parameters));
    }

    static List<Position> positions() {
        return List.of(
                new Position("User", null, "0190"),
                new Position("User", "\"key\" \uD7FFꀀ", "0190"),
                new Position("Group", 1_763_768_000_000L, "0190"),
                new Position("Group", true, "0190"),
                new Position("Role", new BigDecimal("-12.500000000"), "phone-admin"),
                new Position("Role", new BigDecimal("0E-9"), "phone-admin"));
    }

    @ParameterizedTest
    @MethodSource("positions")
    void whatIsSealedIsOpened(Position position) {
        String query = fingerprint("okta");
        String sealed = cursors.seal(position, query, 10, 37);
        Cursor cursor = cursors((byte) 1).open(request("cursor", sealed, "count", "10"), query);
        assertThat(cursor.last()).isEqualTo(position);
        assertThat(cursor.total()).isEqualTo(37);
    }

    @Test
    void anotherSecretOpensNothing() {
        String query = fingerprint("okta");
        String sealed = cursors.seal(positions().get(0), query, 10, 37);
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> cursors((byte) 2).open(request("cursor", sealed, "count", "10"), query))
                .matches(refusal -> refusal.scimType().equals("invalidCursor"));
    }

    @Test
    void everyPartOfAQueryTellsItFromOthers() {
        assertThat(List.of(
                        fingerprint("okta"),
                        fingerprint("entra"),
                        fingerprint("okta", "filter", "id pr"),
                        fingerprint("okta", "filter", "id pr", "sortBy", "id"),
                        fingerprint("okta", "filter", "id pr", "sortBy", "id", "sortOrder", "descending"),
                        fingerprint("okta", "attributes", "id"),
                        fingerprint("okta", "excludedAttributes", "id"),
                        Cursors.fingerprint("okta", List.of("User", "Group"), request())))
                .doesNotHaveDuplicates();
        assertThat(fingerprint("okta", "count", "3")).isEqualTo(fingerprint("okta"));
    }
}
