package io.roster.syncback;

import io.roster.okta.OktaAttributes;
import io.roster.okta.OktaConnections;
import io.roster.okta.OktaRefused;
import io.roster.outbox.Field;
import io.roster.outbox.OktaView;
import io.roster.outbox.QueueRow;
import io.roster.syncback.okta.OktaClient;
import io.roster.syncback.okta.OktaClients;
import io.roster.syncback.okta.OktaException;
import io.roster.syncback.okta.OktaUser;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/** Reads users for the console. A reader waits some seconds at most. */
@ApplicationScoped
public class LiveOktaView implements OktaView {

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    @EJB
    private OktaConnections connections;

    @Inject
    private OktaClients clients;

    @Inject
    private OktaCalls calls;

    @Override
    public Seen read(QueueRow row) {
        OktaAttributes attributes = connections.attributes();
        try (OktaClient client = clients.open(connections.current(), PATIENCE)) {
            OktaUser user = calls.send(() -> client.user(row.oktaId())).value();
            return new Seen(user.status(), sides(row, attributes, user), null, null);
        } catch (OktaRefused e) {
            return new Seen(null, List.of(), Problem.NOT_CONFIGURED, null);
        } catch (Outage | FaultToleranceException e) {
            return new Seen(null, List.of(), Problem.UNANSWERED, e.getMessage());
        } catch (OktaException e) {
            return new Seen(null, List.of(), Problem.REFUSED, PersonWrite.said(e));
        }
    }

    private static List<Side> sides(QueueRow row, OktaAttributes attributes, OktaUser user) {
        List<Side> sides = new ArrayList<>();
        if (attributes.number() != null) {
            sides.add(side(Field.NUMBER, attributes.number(), row.number(), user));
        }
        if (attributes.extension() != null) {
            sides.add(side(Field.EXTENSION, attributes.extension(), row.extension(), user));
        }
        return sides;
    }

    private static Side side(Field field, String attribute, String roster, OktaUser user) {
        return new Side(
                field,
                attribute,
                roster,
                user.text(attribute).filter(text -> !text.isEmpty()).orElse(null));
    }
}
