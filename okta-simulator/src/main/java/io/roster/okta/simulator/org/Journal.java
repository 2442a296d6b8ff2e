package io.roster.okta.simulator.org;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/**
 * Remembers each step at once: what is wanted, what is about to be sent, what was acknowledged. One JSON object a line,
 * handed to the operating system before the step counts, so that it outlives this process (not a power failure).
 */
public final class Journal {
    private final Writer lines;

    Journal(Writer lines) {
        this.lines = lines;
    }

    /** For an org that lives only in memory. */
    public static Journal none() {
        return new Journal(Writer.nullWriter());
    }

    synchronized void append(JsonObject line) {
        try {
            lines.write(line.toString() + "\n");
            lines.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The journal can't be written", e);
        }
    }

    synchronized void close() throws IOException {
        lines.close();
    }
}
