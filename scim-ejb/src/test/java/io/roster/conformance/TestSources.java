package io.roster.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sources of every module's tests, searched for methods and cases by their names. */
final class TestSources {

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern TABLE = Pattern.compile("/?([\\w./-]+\\.(?:json|tsv|csv))");

    private final Map<String, Path> classes;
    private final List<Path> resources;
    private final Map<Path, Set<String>> cases = new HashMap<>();

    /** @param root the folder of the reactor */
    TestSources(Path root) {
        this.classes = files(root, "java")
                .collect(Collectors.toMap(
                        file -> file.getFileName().toString().replace(".java", ""), file -> file, (one, other) -> one));
        this.resources = files(root, "resources").toList();
    }

    /** Whether {@code Class.method} is a test, or {@code Class#case} a row of the tables that parameterize one. */
    boolean has(String reference) {
        var dot = reference.indexOf('.');
        var hash = reference.indexOf('#');
        var isCase = hash >= 0 && (dot < 0 || hash < dot);
        var end = isCase ? hash : dot;
        var source = end < 0 ? null : classes.get(reference.substring(0, end));
        if (source == null) {
            return false;
        }
        var name = reference.substring(end + 1);
        return isCase
                ? cases.computeIfAbsent(source, file -> cases(read(file))).contains(name)
                : hasMethod(read(source), name);
    }

    private static boolean hasMethod(String source, String name) {
        // From the end of the member before: the annotations of this one
        var method = Pattern.compile(
                "(?s)@(?:Test|TestFactory|ParameterizedTest|Property)\\b(?:(?!\n    }\n).)*?\\b(?:void|Stream<DynamicTest>) "
                        + Pattern.quote(name) + "\\(");
        return method.matcher(source).find();
    }

    /** The literals of the source, and the rows of the tables that it names; whole, and up to the first delimiter. */
    private Set<String> cases(String source) {
        return LITERAL.matcher(source)
                .results()
                .map(literal -> unescaped(literal.group(1)))
                .flatMap(literal -> Stream.concat(row(literal), table(literal)))
                .collect(Collectors.toSet());
    }

    private Stream<String> table(String literal) {
        var name = TABLE.matcher(literal);
        if (!name.matches()) {
            return Stream.empty();
        }
        return resources.stream().filter(file -> file.endsWith(name.group(1))).flatMap(file -> {
            var text = read(file);
            return literal.endsWith("json")
                    ? named(Json.createReader(new StringReader(text)).readValue())
                    : text.lines().flatMap(TestSources::row);
        });
    }

    private static Stream<String> named(JsonValue value) {
        return switch (value.getValueType()) {
            case ARRAY -> value.asJsonArray().stream().flatMap(TestSources::named);
            case OBJECT -> named(value.asJsonObject());
            default -> Stream.empty();
        };
    }

    private static Stream<String> named(JsonObject object) {
        var name = Optional.ofNullable(object.get("case"))
                .map(value -> Json.createArrayBuilder().add(value).build().getString(0));
        return Stream.concat(name.stream(), object.values().stream().flatMap(TestSources::named));
    }

    private static Stream<String> row(String line) {
        return Stream.of(line, line.split("\t| \\|", 2)[0])
                .map(text -> text.strip().replaceAll("\\s+", " "));
    }

    private static String unescaped(String literal) {
        return literal.replaceAll("\\\\([\"\\\\'])", "$1");
    }

    private static Stream<Path> files(Path root, String kind) {
        try (var modules = Files.list(root)) {
            return modules
                    .map(module -> module.resolve("src/test/" + kind))
                    .filter(Files::isDirectory)
                    .flatMap(TestSources::walk)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> walk(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
