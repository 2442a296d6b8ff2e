package io.roster.system.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing of the plan is forgotten: each case has exactly one test or a reason, and the page says which. */
class CataloguePlanIT {
    private static final int CASES = 61;
    private static final int SHORTEST_REASON = 40;

    /** The tests by the cases' ids, as {@code Class.method}. */
    private static Map<String, List<String>> tests() throws IOException {
        Map<String, List<String>> tests = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of(
                "target/test-classes/" + CataloguePlanIT.class.getPackageName().replace('.', '/')))) {
            List<String> classes = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("IT.class"))
                    .map(name -> name.replace(".class", ""))
                    .sorted()
                    .toList();
            for (String name : classes) {
                for (Method method : loaded(name).getDeclaredMethods()) {
                    OinCase oinCase = method.getAnnotation(OinCase.class);
                    if (oinCase != null) {
                        tests.computeIfAbsent(oinCase.value(), unused -> new ArrayList<>())
                                .add(name + "." + method.getName());
                    }
                }
            }
        }
        return tests;
    }

    private static Class<?> loaded(String name) {
        try {
            return Class.forName(CataloguePlanIT.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void thePlanIsWhole() {
        assertThat(PlannedCase.all()).hasSize(CASES);
        assertThat(PlannedCase.all()).extracting(PlannedCase::id).doesNotHaveDuplicates();
    }

    @Test
    void eachCaseHasOneTestOrAReason() throws IOException {
        Map<String, List<String>> tests = tests();
        assertThat(PlannedCase.all()).allSatisfy(planned -> {
            int expected = planned.reason().isEmpty() ? 1 : 0;
            assertThat(tests.getOrDefault(planned.id(), List.of())).hasSize(expected);
            assertThat(planned.reason().isEmpty() || planned.reason().length() > SHORTEST_REASON)
                    .isTrue();
        });
        assertThat(PlannedCase.all()).extracting(PlannedCase::id).containsAll(tests.keySet());
    }

    /** When this fails, the table that the page should have is in the message. */
    @Test
    void thePageSaysWhich() throws IOException {
        Map<String, List<String>> tests = tests();
        String table = PlannedCase.all().stream()
                .map(planned -> "| %s | %s | %s |".formatted(planned.id(), planned.title(), shown(planned, tests)))
                .collect(Collectors.joining("\n"));
        assertThat(Files.readString(ConfigurationGuide.DOCS.resolve("catalogue.md")))
                .contains(table);
    }

    private static String shown(PlannedCase planned, Map<String, List<String>> tests) {
        return planned.reason().isEmpty()
                ? "`" + String.join("` `", tests.getOrDefault(planned.id(), List.of())) + "`"
                : "not a SCIM server's: " + planned.reason();
    }
}
