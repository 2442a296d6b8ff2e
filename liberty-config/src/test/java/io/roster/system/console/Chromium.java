package io.roster.system.console;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The browser for the tests. Where there is none, Debian's is installed, as root or through sudo. */
final class Chromium {
    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> DRIVERS = List.of("chromedriver");
    private static final long INSTALL_MINUTES = 10;

    private Chromium() {}

    static File browser() {
        return program(BROWSERS).orElseThrow(Chromium::impossible).toFile();
    }

    static File driver() {
        return program(DRIVERS).orElseThrow(Chromium::impossible).toFile();
    }

    /** Installs browser and driver when one of them is missing. Of virtual machines side by side, one does it. */
    static synchronized void provide() {
        if (isMissing()) {
            try (FileChannel file = FileChannel.open(
                            Path.of("target", "chromium.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = file.lock()) {
                install(lock);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static boolean isMissing() {
        return program(BROWSERS).isEmpty() || program(DRIVERS).isEmpty();
    }

    private static void install(FileLock lock) {
        if (lock.isValid() && isMissing()) {
            String install = "apt-get update -q && DEBIAN_FRONTEND=noninteractive"
                    + " apt-get install -q -y --no-install-recommends chromium chromium-driver";
            boolean root = "root".equals(System.getProperty("user.name"));
            run(root ? List.of("sh", "-c", install) : List.of("sudo", "-n", "sh", "-c", install));
        }
    }

    private static void run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            if (!process.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw impossible();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Path> program(List<String> names) {
        return names.stream()
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static AssertionError impossible() {
        return new AssertionError("The browser tests need Chromium and its driver, which are not there and could not be"
                + " installed. On Debian or Ubuntu: sudo apt-get install chromium chromium-driver");
    }
}
