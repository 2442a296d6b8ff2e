package io.roster.user;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Random;

/** People whose values share beginnings, ends and parts, differ in case only, or are such that databases go wrong over. */
final class GeneratedPeople {

    /** Words of which values are made: scripts, wildcards, surrogates and what sorts around them, case that grows. */
    static final List<String> WORDS = List.of(
            "ada",
            "Ada",
            "ADAM",
            "b",
            "B_%",
            "%",
            "_",
            "\\",
            "'",
            "\"x",
            "é",
            "É",
            "ß",
            "ẞ",
            "İ",
            "ı",
            "ꀀ",
            "ꊰ",
            "\uD7FB",
            "ｆｕｌｌ",
            "\uE000",
            "\uFFFD",
            "😀",
            "🚀z",
            "한",
            " ",
            "10",
            "9",
            "z".repeat(300),
            "z".repeat(513) + "A",
            "zz");

    private static final List<String> TYPES = List.of("work", "Work", "home", "other");

    private final Random random;
    private final int longestWord;

    /** @param longestWord how many characters a word has at most; lists are sorted by the first 509 of a value */
    GeneratedPeople(Random random, int longestWord) {
        this.random = random;
        this.longestWord = longestWord;
    }

    JsonObject person(int number) {
        JsonObjectBuilder person = Json.createObjectBuilder()
                .add("schemas", Json.createArrayBuilder().add("urn:ietf:params:scim:schemas:core:2.0:User"))
                .add("userName", limited(word() + word(), 200) + number);
        for (String attribute : List.of("externalId", "displayName")) {
            maybe(() -> person.add(attribute, limited(text(), 150)));
        }
        for (String attribute : List.of("title", "nickName", "userType", "locale")) {
            maybe(() -> person.add(attribute, text()));
        }
        maybe(() -> person.add("active", random.nextBoolean()));
        maybe(() -> person.add("profileUrl", "https://acme.example/" + random.nextInt(5)));
        maybe(() -> person.add("name", parts("givenName", "familyName", "middleName", "formatted")));
        for (String attribute : List.of("emails", "phoneNumbers", "roles", "entitlements", "ims", "photos")) {
            maybe(() -> person.add(attribute, values(attribute)));
        }
        maybe(() -> person.add("addresses", addresses()));
        maybe(() -> person.add(
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
                parts("department", "costCenter", "employeeNumber")));
        return person.build();
    }

    private JsonArrayBuilder values(String attribute) {
        JsonArrayBuilder values = Json.createArrayBuilder();
        int primary = random.nextInt(4);
        for (int i = 0; i <= random.nextInt(3); i++) {
            JsonObjectBuilder value = Json.createObjectBuilder();
            String text = attribute.equals("photos")
                    ? "https://acme.example/photo/" + random.nextInt(4)
                    : limited(text(), 150);
            if (attribute.equals("emails") || random.nextInt(5) > 0) {
                value.add("value", text);
            }
            maybe(() -> value.add("type", TYPES.get(random.nextInt(TYPES.size()))));
            maybe(() -> value.add("display", text()));
            if (i == primary) {
                value.add("primary", true);
            } else {
                maybe(() -> value.add("primary", false));
            }
            values.add(value);
        }
        return values;
    }

    private JsonArrayBuilder addresses() {
        JsonArrayBuilder values = Json.createArrayBuilder();
        for (int i = 0; i <= random.nextInt(2); i++) {
            JsonObjectBuilder value = Json.createObjectBuilder(parts("locality", "country", "formatted"));
            maybe(() -> value.add("type", TYPES.get(random.nextInt(TYPES.size()))));
            values.add(value);
        }
        return values;
    }

    private JsonObject parts(String... names) {
        JsonObjectBuilder value = Json.createObjectBuilder();
        for (String name : names) {
            maybe(() -> value.add(name, text()));
        }
        return value.build();
    }

    /** One to three words. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i <= random.nextInt(3); i++) {
            text.append(word());
        }
        return text.toString();
    }

    private String word() {
        return limited(WORDS.get(random.nextInt(WORDS.size())), longestWord);
    }

    private void maybe(Runnable addition) {
        if (random.nextBoolean()) {
            addition.run();
        }
    }

    private static String limited(String text, int length) {
        int end = Math.min(length, text.length());
        return text.substring(0, end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end);
    }
}
