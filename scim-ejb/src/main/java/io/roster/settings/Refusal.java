package io.roster.settings;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Ends a start that must not succeed. On the server that Roster brings along nothing else runs, so the process ends
 * with exit code 1 and the sentence is the last thing that an operator sees. On somebody else's server only the
 * application refuses to start.
 *
 * @param standalone whether the server is Roster's own; its server.xml says so
 */
record Refusal(boolean standalone) {
    private static final Logger LOG = System.getLogger(Refusal.class.getName());

    /** Does not return when the process ends; otherwise what the caller has to throw. */
    RefusedSetting of(RefusedSetting refused) {
        LOG.log(Level.ERROR, "Roster does not start. {0}", refused.getMessage());
        if (standalone) {
            // Not exit: an orderly stop waits for this very start, and its messages would bury the sentence
            Runtime.getRuntime().halt(1);
        }
        return refused;
    }
}
