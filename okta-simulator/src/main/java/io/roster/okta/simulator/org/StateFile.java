package io.roster.okta.simulator.org;

import io.roster.okta.simulator.scim.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Keeps an org in a JSON file, with its journal beside it ({@code org.json} and {@code org.json.journal}). What the
 * journal says after the file was written is applied when the file is opened, also after this process was killed.
 */
public final class StateFile implements AutoCloseable {
    private final Path file;
    private final Path journalFile;
    private final OrgState state = new OrgState();
    private final Journal journal;

    /**
     * Opens the file, or begins an empty org where there is none.
     *
     * @throws IOException when the file or its journal can't be read or written
     */
    public StateFile(Path file) throws IOException {
        this.file = file;
        this.journalFile = file.resolveSibling(file.getFileName() + ".journal");
        FileChannel channel = FileChannel.open(
                journalFile, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        lock(channel);
        load();
        save();
        channel.truncate(0);
        journal = new Journal(Channels.newWriter(channel, StandardCharsets.UTF_8));
        state.writeTo(journal);
    }

    /** The org in the file. */
    public OrgState state() {
        return state;
    }

    /** The lock ends with the channel, or with the process. */
    private void lock(FileChannel channel) throws IOException {
        try {
            if (channel.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            // Another org of this process has it: told like that of another process.
        }
        channel.close();
        throw new IOException(file + " is in use by another run");
    }

    private void load() throws IOException {
        if (Files.exists(file)) {
            JsonObject json = Json.parse(Files.readString(file));
            state.people().load(json.getJsonArray("people"));
            state.groups().load(json.getJsonArray("groups"));
            if (json.containsKey("users")) {
                state.directory().load(json.getJsonArray("users"));
                state.schema().load(json.getJsonObject("schema"));
            }
        }
        replay(Files.readString(journalFile));
        state.directory().complete();
    }

    /** A last line without its end was being written when the process died: its step never counted. */
    private void replay(String text) {
        List<String> lines =
                text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        for (String line : lines) {
            state.apply(Json.parse(line));
        }
    }

    /** Replaces the file in one step. A journal that is replayed over it once more changes nothing. */
    private void save() throws IOException {
        JsonObject json = Json.object()
                .add("people", state.people().toJson())
                .add("groups", state.groups().toJson())
                .add("users", state.directory().toJson())
                .add("schema", state.schema().customProperties())
                .build();
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, json.toString());
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Writes everything into the file and removes the journal. */
    @Override
    public void close() throws IOException {
        save();
        Files.delete(journalFile);
        journal.close();
    }
}
