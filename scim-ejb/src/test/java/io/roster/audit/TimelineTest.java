package io.roster.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class TimelineTest {

    @Parameter
    TestDatabase database;

    @Test
    void pagesFromTheNewestToTheOldest() {
        for (int i = 1; i <= 7; i++) {
            add("event-" + i, "person-1");
            add("other-" + i, "person-2");
        }
        List<String> seen = new ArrayList<>();
        String before = null;
        for (List<AuditEvent> page = page(before); !page.isEmpty(); page = page(before)) {
            page.forEach(event -> seen.add(event.getId()));
            before = seen.get(seen.size() - 1);
        }
        assertThat(seen).containsExactly("event-7", "event-6", "event-5", "event-4", "event-3", "event-2", "event-1");
    }

    @Test
    void eventsOfARequestAreThoseOfEverythingThatItWasAbout() {
        for (int i = 1; i <= 3; i++) {
            add("event-" + i, "person-" + i, "run-1");
            add("other-" + i, "person-" + i, "run-2");
        }
        assertThat(ofRequest(null)).containsExactly("event-1", "event-2");
        assertThat(ofRequest("event-2")).containsExactly("event-3");
    }

    private List<String> ofRequest(String after) {
        return database.call(Timeline.class, timeline -> timeline.ofRequest("run-1", after, 2)).stream()
                .map(AuditEvent::getId)
                .toList();
    }

    private List<AuditEvent> page(String before) {
        return database.call(Timeline.class, timeline -> timeline.of("person-1", before, 3));
    }

    private void add(String id, String resourceId) {
        add(id, resourceId, null);
    }

    private void add(String id, String resourceId, String requestId) {
        database.run(entities -> entities.createNativeQuery("insert into audit_event (id, occurred_at, actor_type,"
                        + " actor_name, action, resource_id, outcome, status, request_id) values (?1, 0, 'TOKEN', 'test',"
                        + " 'UPDATED', ?2, 'SUCCESS', 200, nullif(?3, ''))")
                .setParameter(1, id)
                .setParameter(2, resourceId)
                .setParameter(3, requestId == null ? "" : requestId)
                .executeUpdate());
    }
}
