package io.roster.mail;

import io.roster.access.Caller;
import io.roster.access.Roles;
import io.roster.audit.Action;
import io.roster.audit.AuditTrail;
import io.roster.audit.Changes;
import io.roster.audit.Entry;
import io.roster.persistence.Documents;
import io.roster.settings.Seals;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Writes for {@link MailSettings}: the settings, their event and when what waits is due, in one transaction a call. */
@Stateless
@RolesAllowed(Roles.ADMINISTRATOR)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class MailSettingsWriter {

    private static final JsonBuilderFactory JSON = JsonProvider.provider().createBuilderFactory(Map.of());

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    @Inject
    private MailServers servers;

    @Inject
    private Seals seals;

    @Inject
    private AuditTrail audit;

    /** As {@link MailSettings#save}. */
    public Void save(Caller caller, MailForm form, Instant seen) {
        MailConfiguration settings = locked();
        settings.requireServer(seen);
        JsonObject before = described(settings);
        Instant now = Documents.now();
        boolean other = form.hasPassword() && form.checkedUser() != null;
        settings.use(servers.draft(form, settings), seals, now, caller.name());
        saved(caller, settings, before, other, now);
        return null;
    }

    /** As {@link MailSettings#notify}. */
    public Void notify(Caller caller, List<String> recipients, Instant seen) {
        MailConfiguration settings = locked();
        settings.requireNotices(seen);
        JsonObject before = described(settings);
        Instant now = Documents.now();
        settings.notify(recipients, now, caller.name());
        saved(caller, settings, before, false, now);
        return null;
    }

    // What waited for the settings that were wrong tries the new ones at once.
    private void saved(Caller caller, MailConfiguration settings, JsonObject before, boolean password, Instant now) {
        entities.createQuery("update OutgoingMail m set m.due = :now where m.state = :waiting and m.due > :now")
                .setParameter("now", now)
                .setParameter("waiting", MailState.WAITING)
                .executeUpdate();
        JsonObject after = described(settings);
        if (password) {
            // That there is another one is told, and nothing of it.
            after = JSON.createObjectBuilder(after)
                    .add("password", "changed " + now)
                    .build();
        }
        if (!before.equals(after)) {
            audit.record(Entry.done(
                    caller,
                    Action.UPDATED,
                    200,
                    "MailSettings",
                    MailSettings.RESOURCE,
                    settings.getHost(),
                    Changes.between(before, after)));
        }
    }

    private MailConfiguration locked() {
        return entities.find(MailConfiguration.class, MailConfiguration.ONLY, LockModeType.PESSIMISTIC_WRITE);
    }

    private static JsonObject described(MailConfiguration settings) {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("port", settings.getPort())
                .add("security", settings.getSecurity().name())
                .add("recipients", String.join(", ", settings.getRecipients()));
        add(json, "host", settings.getHost());
        add(json, "user", settings.getUser());
        add(json, "sender", settings.getSender());
        return json.build();
    }

    private static void add(JsonObjectBuilder json, String name, String value) {
        if (value != null) {
            json.add(name, value);
        }
    }
}
