package io.roster.settings;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The directory of ROSTER_DATA_DIR: made when it is missing, with the secret key in it. */
final class DataDirectory {
    private static final String KEY_FILE = "secret.key";
    private final Path path;

    DataDirectory(Path path) {
        this.path = path;
    }

    /**
     * Makes sure that the directory is there and that files can be made in it.
     *
     * @throws RefusedSetting otherwise
     */
    void prepare() {
        try {
            Files.createDirectories(path);
            Files.delete(Files.createTempFile(path, "write", ".check"));
        } catch (IOException e) {
            throw new RefusedSetting(
                    "ROSTER_DATA_DIR is '" + path + "', but it must be a directory in which the user '"
                            + System.getProperty("user.name") + "' can make files (" + reason(e)
                            + "), for example /var/lib/roster.",
                    e);
        }
    }

    /**
     * The key in the file {@code secret.key}, which only its owner can read. Made at random when it is missing.
     *
     * @throws RefusedSetting when the file can't be read or does not hold a key
     */
    SecretKey secretKey() {
        Path file = path.resolve(KEY_FILE);
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return SecretKey.decode(Files.readString(file).strip())
                    .orElseThrow(
                            () -> new RefusedSetting("The file '" + file + "' does not hold 32 bytes in base64; bring"
                                    + " back the file as Roster made it, or set ROSTER_SECRET_KEY, for example to the output of:"
                                    + " openssl rand -base64 32"));
        } catch (IOException e) {
            throw new RefusedSetting(
                    "The secret key '" + file + "' can't be read or made (" + reason(e)
                            + "); let the user '" + System.getProperty("user.name")
                            + "' do so, or set ROSTER_SECRET_KEY, for example to the output of: openssl rand -base64 32",
                    e);
        }
    }

    /** A crash in the middle must not leave half a key, so the file gets its name only when it is whole. */
    private void make(Path file) throws IOException {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        Path draft = Files.createTempFile(path, KEY_FILE, ".draft", ownerOnly());
        try {
            Files.writeString(draft, Base64.getEncoder().encodeToString(bytes) + System.lineSeparator());
            Files.move(draft, file);
        } catch (FileAlreadyExistsException e) {
            // another server with the same directory was faster, and its key counts
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static String reason(IOException e) {
        return e instanceof FileAlreadyExistsException
                ? "there is a file of that name"
                : e.getClass().getSimpleName().replaceAll("Exception$", "");
    }
}
