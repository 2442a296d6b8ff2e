package io.roster.hook;

import io.roster.access.Caller;
import io.roster.audit.Action;
import io.roster.audit.Entry;
import io.roster.okta.OktaConnections;
import io.roster.persistence.Conflicts;
import io.roster.scim.protocol.ScimException;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.json.JsonObject;
import javax.sql.DataSource;

/**
 * Answers Okta's import inline hook. Nothing of Roster's is changed by it, and Okta is not called: two or three indexed
 * reads and one event, since Okta waits three seconds at most.
 *
 * @see <a href="https://developer.okta.com/docs/reference/import-hook/">User import inline hook</a>
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportHook {

    @Resource(lookup = "jdbc/roster", shareable = false)
    private DataSource dataSource;

    @EJB
    private OktaConnections connections;

    @EJB
    private HookWriter writer;

    /**
     * Decides what becomes of a person whom Okta imports; the decision is an event of that person.
     *
     * @param caller who asks, with a token for hooks
     * @param body the request, {@code com.okta.import.transform}
     * @return the commands for Okta; an empty object for what Okta means to do anyway
     * @throws ScimException 403 for a token of another scope, 400 for another kind of request
     */
    public JsonObject answer(Caller caller, JsonObject body) {
        caller.mayAnswerHooks();
        HookRequest request = HookRequest.of(body);
        KnownPerson known = KnownPerson.find(dataSource, request).orElse(null);
        HookAnswer answer = HookAnswer.of(request, known, HookSettings.read(dataSource), connections.attributes());
        Entry event = Entry.told(
                caller.withRequestId(request.eventId()),
                Action.IMPORT_DECIDED,
                "User",
                known == null ? null : known.id(),
                known == null ? request.userName() : known.userName(),
                answer.told());
        Conflicts.retried(() -> writer.record(event));
        return answer.body();
    }
}
