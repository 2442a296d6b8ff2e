package io.roster.console.reader;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.CRC32;

/** The console's own style sheet and script. */
@Named
@ApplicationScoped
public class Assets {

    private static final List<String> FILES = List.of("/assets/console.css", "/assets/console.js", "/assets/runs.js");

    @Inject
    private ServletContext context;

    private String version;

    @PostConstruct
    void fingerprint() {
        CRC32 sum = new CRC32();
        for (String file : FILES) {
            try (InputStream content = context.getResourceAsStream(file)) {
                sum.update(content.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        version = Long.toHexString(sum.getValue());
    }

    /** @return changes when the files do, so that browsers may keep them for ever */
    public String getVersion() {
        return version;
    }
}
