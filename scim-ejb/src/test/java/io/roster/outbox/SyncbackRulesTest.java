package io.roster.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.audit.AuditEvent;
import io.roster.audit.Timeline;
import io.roster.outbox.SyncbackSettings.WhenDeactivated;
import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.TestDatabase;
import jakarta.ejb.SessionContext;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class SyncbackRulesTest {

    private static final SyncbackSettings OFF =
            new SyncbackSettings(false, 50, 10, 1, WhenDeactivated.NOTHING, false, false);
    private static final SyncbackSettings ON =
            new SyncbackSettings(true, 50, 10, 15, WhenDeactivated.SUSPEND, true, false);

    @Parameter
    TestDatabase database;

    @Test
    void aChangeTellsWhoChangedWhatFromWhatToWhat() {
        assertThat(save("erika", ON)).isTrue();
        assertThat(save("max", OFF)).isTrue();
        assertThat(ask(Syncback::settings)).isEqualTo(OFF);
        assertThat(events())
                .hasSize(2)
                .satisfiesExactly(
                        second -> assertThat(second)
                                .startsWith("max UPDATED SyncbackRules ")
                                .contains("{\"attribute\":\"enabled\",\"before\":true,\"after\":false}"),
                        first -> assertThat(first)
                                .isEqualTo(
                                        "erika UPDATED SyncbackRules [{\"attribute\":\"enabled\",\"before\":false,\"after\":true},"
                                                + "{\"attribute\":\"intervalMinutes\",\"before\":1,\"after\":15},"
                                                + "{\"attribute\":\"whenDeactivated\",\"before\":\"NOTHING\",\"after\":\"SUSPEND\"},"
                                                + "{\"attribute\":\"unsuspends\",\"before\":false,\"after\":true}]"));
    }

    @Test
    void savingWhatIsSavedIsNoEvent() {
        assertThat(save("erika", OFF)).isFalse();
        assertThat(events()).isEmpty();
    }

    @Test
    void whatIsOutOfRangeChangesNothing() {
        SyncbackSettings tooMuch = new SyncbackSettings(true, 101, 10, 1, WhenDeactivated.NOTHING, false, false);
        assertThatThrownBy(() -> save("erika", tooMuch)).isInstanceOf(IllegalArgumentException.class);
        assertThat(ask(Syncback::settings)).isEqualTo(OFF);
        assertThat(events()).isEmpty();
    }

    private boolean save(String administrator, SyncbackSettings settings) {
        return as(administrator, syncback -> syncback.save(settings));
    }

    private <T> T ask(Function<Syncback, T> question) {
        return as("anybody", question);
    }

    private <T> T as(String administrator, Function<Syncback, T> call) {
        Principal principal = () -> administrator;
        SessionContext session = (SessionContext) Proxy.newProxyInstance(
                SessionContext.class.getClassLoader(),
                new Class<?>[] {SessionContext.class},
                (proxy, method, arguments) -> principal);
        SyncbackJob job = (cause, startedBy) -> {};
        return database.inTransaction(entities -> call.apply(database.boundaries(entities)
                .with(SessionContext.class, session)
                .with(SyncbackJob.class, job)
                .get(Syncback.class)));
    }

    private List<String> events() {
        return database.call(Timeline.class, timeline -> timeline.of(SyncbackSettings.RESOURCE, null, 10)).stream()
                .map(SyncbackRulesTest::told)
                .toList();
    }

    private static String told(AuditEvent event) {
        return event.getActorName() + " " + event.getAction() + " " + event.getResourceType() + " "
                + event.getChanges();
    }
}
