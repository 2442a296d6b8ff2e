package io.roster.system.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.Answer;
import io.roster.system.Names;
import io.roster.system.Samples;
import io.roster.system.ScimClient;
import io.roster.system.SharedRoster;
import io.roster.system.Tables;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each provisioning request leaves one event with what it did, refused ones included; reading leaves none. */
class AuditIT {
    private final Tables tables = Tables.ofShared();
    private final ScimClient okta =
            SharedRoster.POSTGRESQL.client().with("X-Request-Id", "req-" + Names.unique("audit"));
    private String ada;

    @BeforeEach
    void onePerson() {
        ada = okta.post("/Users", Samples.user(Names.unique("ada"))).is(201).id();
    }

    private List<Map<String, Object>> eventsOf(String id) {
        return tables.rows("select * from audit_event where resource_id = ? order by id", id);
    }

    private List<Object> actionsOf(String id) {
        return eventsOf(id).stream().map(event -> event.get("action")).toList();
    }

    @Test
    void aCreationIsToldWithWhoAndWhat() {
        Map<String, Object> event = eventsOf(ada).get(0);
        assertThat(event.get("action")).isEqualTo("CREATED");
        assertThat(event.get("status")).isEqualTo(201);
        assertThat(event.get("actor_name")).isEqualTo("ROSTER_BOOTSTRAP_SCIM_TOKEN");
        assertThat((String) event.get("request_id")).startsWith("req-audit");
        assertThat((String) event.get("changes")).contains("givenName", "Park").doesNotContain("1mz050nq");
        assertThat(eventsOf(ada)).hasSize(1);
    }

    @Test
    void activationIsToldAsSuch() {
        okta.patch("/Users/" + ada, "{\"op\":\"replace\",\"value\":{\"active\":false}}")
                .is(200);
        okta.patch("/Users/" + ada, "{\"op\":\"replace\",\"value\":{\"active\":true}}")
                .is(200);
        okta.patch("/Users/" + ada, "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Chief\"}")
                .is(200);
        okta.delete("/Users/" + ada).is(204);
        assertThat(actionsOf(ada)).containsExactly("CREATED", "DEACTIVATED", "REACTIVATED", "UPDATED", "DELETED");
    }

    @Test
    void readingLeavesNothing() {
        okta.get("/Users/" + ada).is(200);
        okta.filter("/Users", "id eq \"" + ada + "\"").is(200);
        assertThat(eventsOf(ada)).hasSize(1);
    }

    @Test
    void aRefusedRequestIsToldWithItsReason() {
        okta.patch("/Users/" + ada, "{\"op\":\"replace\",\"path\":\"active\",\"value\":\"perhaps\"}")
                .is(400);
        List<Map<String, Object>> events = eventsOf(ada);
        assertThat(events).hasSize(2);
        assertThat(events.get(1).get("status")).isEqualTo(400);
        assertThat((String) events.get(1).get("detail")).contains("perhaps");
        assertThat(okta.get("/Users/" + ada).at("/active")).isEqualTo("true");
    }

    @Test
    void aChangeOfMembersNamesThem() {
        Answer group =
                okta.post("/Groups", Samples.group(Names.unique("Group"))).is(201);
        okta.patch(
                        "/Groups/" + group.id(),
                        "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"%s\"}]}".formatted(ada))
                .is(200);
        okta.patch(
                        "/Groups/" + group.id(),
                        "{\"op\":\"remove\",\"path\":\"members[value eq \\\"%s\\\"]\"}".formatted(ada))
                .is(200);
        List<Map<String, Object>> events = eventsOf(group.id());
        assertThat(events).hasSize(3);
        assertThat((String) events.get(1).get("changes")).contains(ada);
        assertThat(events.get(1).get("action")).isEqualTo("MEMBERS_ADDED");
        assertThat(events.get(2).get("action")).isEqualTo("MEMBERS_REMOVED");
    }
}
