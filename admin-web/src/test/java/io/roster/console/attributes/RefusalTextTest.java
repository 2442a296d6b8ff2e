package io.roster.console.attributes;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.scim.schema.AttributeDefinition.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the boundary refuses has its sentence, and every type its words. */
class RefusalTextTest {

    private static final Path BOUNDARY = Path.of("../scim-ejb/src/main/java/io/roster/attribute");
    private static final Pattern KEY = Pattern.compile("\"(own\\.[a-z.-]+)\"");

    private final Set<String> sentences =
            ResourceBundle.getBundle("io.roster.console.text", Locale.ENGLISH).keySet();

    @Test
    void everyRefusalHasItsSentence() throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.list(BOUNDARY)) {
            for (Path file : files.toList()) {
                Matcher matcher = KEY.matcher(Files.readString(file));
                while (matcher.find()) {
                    keys.add(matcher.group(1));
                }
            }
        }
        assertThat(keys).hasSizeGreaterThan(10);
        assertThat(sentences).containsAll(keys);
        assertThat(sentences).filteredOn(key -> key.startsWith("own.")).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void everyTypeHasItsWords() {
        for (Type type : new AttributeForm().getTypes()) {
            String name = type.name().toLowerCase(Locale.ROOT);
            assertThat(sentences).contains("attribute.type." + name);
            assertThat(type == Type.BOOLEAN || sentences.contains("attribute.types." + name))
                    .isTrue();
        }
    }
}
