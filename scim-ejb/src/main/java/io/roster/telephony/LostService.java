package io.roster.telephony;

import java.time.Instant;

/**
 * A service that did not come back with the person who had it.
 *
 * @param service which service
 * @param reason why not
 * @param noted when that was found
 */
public record LostService(FreedService service, ServiceReturn reason, Instant noted) {

    /** As an event of the timeline tells it, in the language of all its details. */
    String sentence() {
        String what =
                switch (service.kind()) {
                    case NUMBER -> "The number ";
                    case EXTENSION -> "The extension ";
                    case LICENSE -> "The licence ";
                };
        String why =
                switch (reason) {
                    case GIVEN_AWAY -> " was given to somebody else meanwhile.";
                    case REMOVED -> " was taken out of the pool meanwhile.";
                    case NO_SEAT -> " has no free seat; the person waits for one.";
                    default -> throw new IllegalStateException(reason + " is no loss");
                };
        return what + service.subject() + why;
    }
}
