package io.roster.outbox;

import java.util.List;
import java.util.Objects;

/** Looks at a person in Okta, now. Implemented where Okta's client is. */
public interface OktaView {

    /**
     * Reads a user.
     *
     * @param row the person's row
     * @return what Okta has; within some seconds, also where Okta does not answer
     */
    Seen read(QueueRow row);

    /**
     * What Okta has of a person.
     *
     * @param status the user's status; {@code null} where it could not be read
     * @param fields each attribute that is written
     * @param problem why it could not be read, or {@code null}
     * @param detail what Okta said, or {@code null}
     */
    record Seen(String status, List<Side> fields, Problem problem, String detail) {}

    /**
     * An attribute on both sides.
     *
     * @param field which
     * @param attribute its name in Okta
     * @param roster the value in Roster, or {@code null}
     * @param okta the value in Okta, or {@code null}
     */
    record Side(Field field, String attribute, String roster, String okta) {

        /** {@return whether both sides have the same} */
        public boolean isEqual() {
            return Objects.equals(roster, okta);
        }
    }

    /** Why Okta could not be read. */
    enum Problem {
        /** The settings lack something. */
        NOT_CONFIGURED,
        /** Okta refused. */
        REFUSED,
        /** Okta did not answer in time. */
        UNANSWERED
    }
}
