package io.roster.system.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.Answer;
import io.roster.system.Names;
import io.roster.system.OnEachRoster;
import io.roster.system.Samples;
import io.roster.system.ScimClient;
import io.roster.system.SharedRoster;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages by cursor (RFC 9865). */
@OnEachRoster
class CursorIT {
    private static final int PEOPLE = 7;

    @Parameter
    SharedRoster roster;

    private ScimClient okta;
    private String marker;
    private final List<String> ids = new ArrayList<>();

    @BeforeEach
    void people() {
        okta = roster.client();
        marker = Names.unique("cursor");
        for (int i = 0; i < PEOPLE; i++) {
            ids.add(okta.post("/Users", Samples.user(marker + "-" + (PEOPLE - i)))
                    .is(201)
                    .id());
        }
    }

    private String query(int count, String cursor) {
        String filter = ScimClient.encode("userName sw \"" + marker + "\"");
        return "/Users?filter=" + filter + "&sortBy=userName&count=" + count + "&cursor=" + cursor;
    }

    @Test
    void pagesAddUpToTheWholeList() {
        List<String> found = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        while (cursor != null) {
            Answer page = okta.get(query(3, cursor)).is(200);
            assertThat(page.total()).isEqualTo(PEOPLE);
            assertThat(page.json().getInt("itemsPerPage"))
                    .isEqualTo(page.resources().size())
                    .isLessThanOrEqualTo(3);
            assertThat(page.has("/startIndex")).isFalse();
            assertThat(page.has("/previousCursor")).isFalse();
            found.addAll(page.ids());
            cursor = page.json().getString("nextCursor", null);
            pages++;
            assertThat(cursor == null).isEqualTo(pages == 3);
        }
        List<String> sorted = new ArrayList<>(ids);
        Collections.reverse(sorted);
        assertThat(found).isEqualTo(sorted);
    }

    @Test
    void cursorsAreSafeInAddressesAndDifferEachTime() {
        Set<String> cursors = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            cursors.add(okta.get(query(3, "")).at("/nextCursor"));
        }
        assertThat(cursors).hasSize(5).allMatch(cursor -> cursor.matches("[A-Za-z0-9._~-]+"));
    }

    @Test
    void aFullLastPageHasNoNextCursor() {
        Answer first = okta.get(query(PEOPLE, "")).is(200);
        assertThat(first.resources()).hasSize(PEOPLE);
        assertThat(first.has("/nextCursor")).isFalse();
    }

    @Test
    void countZeroCountsOnly() {
        for (String count : List.of("0", "-5")) {
            Answer page = okta.get(query(Integer.parseInt(count), "")).is(200);
            assertThat(page.total()).isEqualTo(PEOPLE);
            assertThat(page.resources()).isEmpty();
            assertThat(page.has("/nextCursor")).isFalse();
        }
    }

    @Test
    void othersMayWriteBetweenThePages() {
        Answer first = okta.get(query(3, "")).is(200);
        List<String> expected = new ArrayList<>(ids);
        Collections.reverse(expected);
        // One that was read, the last that was read, and the next one are deleted; one comes before, one behind.
        okta.delete("/Users/" + expected.get(0)).is(204);
        okta.delete("/Users/" + expected.get(2)).is(204);
        okta.delete("/Users/" + expected.get(3)).is(204);
        okta.post("/Users", Samples.user(marker + "-0")).is(201);
        String behind = okta.post("/Users", Samples.user(marker + "-9")).is(201).id();
        Answer second = okta.get(query(3, first.at("/nextCursor"))).is(200);
        assertThat(second.ids()).isEqualTo(expected.subList(4, 7));
        Answer third = okta.get(query(3, second.at("/nextCursor"))).is(200);
        assertThat(third.ids()).containsExactly(behind);
        assertThat(third.has("/nextCursor")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "%00", "a b", "!", "🙂"})
    void whatRosterDidNotIssueIsRefused(String forged) {
        String sent = forged.startsWith("%") ? forged : ScimClient.encode(forged);
        okta.get(query(3, sent)).is(400, "invalidCursor");
    }

    @Test
    void aCursorThatWasChangedIsRefused() {
        String cursor = okta.get(query(3, "")).at("/nextCursor");
        for (int i = 0; i < cursor.length(); i += 7) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            okta.get(query(3, cursor.substring(0, i) + other + cursor.substring(i + 1)))
                    .is(400, "invalidCursor");
        }
    }

    @Test
    void aCursorContinuesItsOwnQueryOnly() {
        String cursor = okta.get(query(3, "")).at("/nextCursor");
        okta.get(query(3, cursor).replace("sortBy=userName", "sortBy=id")).is(400, "invalidCursor");
        okta.get(query(3, cursor) + "&attributes=userName").is(400, "invalidCursor");
        okta.get(query(3, cursor).replace("/Users", "/Groups").replace("userName", "displayName"))
                .is(400, "invalidCursor");
        okta.get(query(2, cursor)).is(400, "invalidCount");
        okta.get(query(3, cursor) + "&startIndex=1").is(400, "invalidValue");
        assertThat(okta.get(query(3, cursor)).is(200).resources()).hasSize(3);
    }
}
