package io.roster.console.syncback;

import io.roster.outbox.FieldState;
import io.roster.outbox.OktaView;
import io.roster.outbox.OktaView.Seen;
import io.roster.outbox.OktaView.Side;
import io.roster.outbox.QueueQuery;
import io.roster.outbox.QueueRow;
import io.roster.outbox.RowState;
import io.roster.outbox.Syncback;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** One person in Roster and in Okta, read when asked: a part that a person's page loads after itself. */
@Named
@RequestScoped
public class OktaSide {

    @EJB
    private Syncback syncback;

    @Inject
    private OktaView okta;

    @Inject
    private HttpServletRequest request;

    private QueueRow row;
    private Seen seen;

    @PostConstruct
    void load() {
        String id = request.getParameter("id");
        row = id == null ? null : syncback.find(id).orElse(null);
        seen = row == null ? null : okta.read(row);
    }

    /** @return the person's row; {@code null} when nothing of the person was ever to be written */
    public QueueLine getLine() {
        return row == null ? null : new QueueLine(row);
    }

    /** @return what Okta has; {@code null} as above */
    public Seen getSeen() {
        return seen;
    }

    /**
     * @param side an attribute
     * @return the end of the bundle's key for how both sides compare: equal, left (the value is not Roster's) or differs
     */
    public String compare(Side side) {
        if (side.isEqual()) {
            return "equal";
        }
        boolean left = row.fields().stream()
                .anyMatch(field -> field.field() == side.field() && field.state() == FieldState.LEFT);
        return left && side.roster() == null ? "left" : "differs";
    }

    /** @return the address of the queue with this person */
    public String getQueue() {
        RowState state = row.state() == RowState.DONE ? RowState.DONE : null;
        return new QueueAddress(new QueueQuery(state, row.name()), 1).toString();
    }
}
