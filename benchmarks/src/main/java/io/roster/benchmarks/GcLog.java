package io.roster.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;

/** The log that a JVM writes of its garbage collections. */
final class GcLog {
    /** A pause with what was on the heap before it and after it. */
    private static final Pattern PAUSE = Pattern.compile("Pause .* \\d+M->(\\d+)M\\(");

    private final Path file;
    private int seen;

    GcLog(Path file) {
        this.file = file;
    }

    /** Where the log of a server lies. */
    static Path in(Path folder) {
        return folder.resolve("gc.log");
    }

    /** Leaves out what was logged so far. */
    void forget() throws IOException {
        seen = bytes().length;
    }

    /** The most that a collection has left, in MB; 0 where there was none. */
    long peakMegabytes() throws IOException {
        byte[] all = bytes();
        String log = new String(Arrays.copyOfRange(all, seen, all.length), StandardCharsets.UTF_8);
        return PAUSE.matcher(log)
                .results()
                .mapToLong(pause -> Long.parseLong(pause.group(1)))
                .max()
                .orElse(0);
    }

    private byte[] bytes() throws IOException {
        return Files.readAllBytes(file);
    }
}
