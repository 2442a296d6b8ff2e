package io.roster.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    private Path temporary;

    @Test
    void isMadeWithItsParentsAndLeftEmpty() throws IOException {
        Path path = temporary.resolve("a/b");

        new DataDirectory(path).prepare();

        assertThat(path).isEmptyDirectory();
    }

    @Test
    void aFileInItsPlaceIsRefused() throws IOException {
        Path path = Files.createFile(temporary.resolve("file"));

        assertThatThrownBy(new DataDirectory(path)::prepare)
                .isInstanceOf(RefusedSetting.class)
                .hasMessageStartingWith("ROSTER_DATA_DIR is '" + path + "', but it must be a directory")
                .hasMessageContaining("there is a file of that name");
    }

    @Test
    void theKeyIsMadeOnceForItsOwnerOnly() throws IOException {
        var directory = new DataDirectory(temporary);

        SecretKey made = directory.secretKey();

        assertThat(directory.secretKey()).isEqualTo(made);
        assertThat(temporary).isDirectoryContaining("glob:**/secret.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temporary.resolve("secret.key"))))
                .isEqualTo("rw-------");
        try (var files = Files.list(temporary)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void twoDirectoriesHaveTwoKeys() throws IOException {
        var one = new DataDirectory(Files.createDirectory(temporary.resolve("1")));
        var other = new DataDirectory(Files.createDirectory(temporary.resolve("2")));

        assertThat(one.secretKey()).isNotEqualTo(other.secretKey());
    }

    @Test
    void aDamagedKeyIsRefusedWithoutShowingIt() throws IOException {
        Files.writeString(temporary.resolve("secret.key"), "damaged");

        assertThatThrownBy(new DataDirectory(temporary)::secretKey)
                .isInstanceOf(RefusedSetting.class)
                .hasMessageContaining("secret.key' does not hold 32 bytes in base64")
                .hasMessageContaining("ROSTER_SECRET_KEY")
                .message()
                .doesNotContain("damaged");
    }
}
