package io.roster.system.syncback;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.simulator.OktaOrg;
import io.roster.okta.simulator.org.Person;
import io.roster.system.Answer;
import io.roster.system.Samples;
import io.roster.system.ScimClient;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A directory that Roster has before the first import: half of it is in Okta under the same mail address, a tenth only under
 * the same name, and the others are not in Okta at all. Okta has some whom the directory has not.
 */
final class AdoptedDirectory {
    /** How many people Roster has; more, where there is time for it: {@code -Dimport.people=5000}. */
    static final int PEOPLE = Integer.getInteger("import.people", 200);

    static final int SAME_ADDRESS = PEOPLE / 2;
    static final int SAME_NAME = PEOPLE / 10;
    static final int NEW = PEOPLE / 10;
    static final int IN_OKTA = SAME_ADDRESS + SAME_NAME + NEW;

    /** Attributes that an import has from Okta, each as it is sent to Roster by SCIM too. */
    private static final List<String> FROM_OKTA = List.of("displayName", "title");

    private static final String LONGEST = "漢字العربية ß 😀 Ünïcödé ".repeat(10).substring(0, 99) + "x";
    private static final int AT_ONCE = 500;
    private static final int PAGE = 200;

    private final OktaOrg org;
    private final ScimClient scim;

    AdoptedDirectory(OktaOrg org, ScimClient scim) {
        this.org = org;
        this.scim = scim;
    }

    /** Okta's people, whose names are their own, in the scripts of many countries and up to 100 characters long. */
    static void hire(OktaOrg org) {
        org.hire(IN_OKTA);
        List<Person> people = org.people();
        for (int i = 0; i < IN_OKTA; i++) {
            JsonObject name = people.get(i).profile().getJsonObject("name");
            JsonObject own = Json.createObjectBuilder()
                    .add("givenName", name.getString("givenName"))
                    .add("familyName", name.getString("familyName") + " " + i)
                    .build();
            org.want(people.get(i).with("name", own).with("title", i % 7 == 0 ? LONGEST : "Clerk " + i));
        }
    }

    /** Puts everybody into Roster who is there already. */
    void make() {
        List<Person> people = org.people();
        List<String> users = IntStream.range(0, PEOPLE)
                .mapToObj(i -> i < SAME_ADDRESS
                        ? user(i, "{\"givenName\":\"Former\",\"familyName\":\"Name\"}", email(people.get(i)))
                        : i < SAME_ADDRESS + SAME_NAME
                                ? user(i, "" + people.get(i).profile().get("name"), "old" + i + "@elsewhere.example")
                                : user(
                                        i,
                                        "{\"givenName\":\"Only\",\"familyName\":\"Here\"}",
                                        "own" + i + "@here.example"))
                .toList();
        for (int from = 0; from < PEOPLE; from += AT_ONCE) {
            Answer answer = scim.post(
                    "/Bulk", """
                    {"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"Operations":[%s]}\
                    """.formatted(String.join(",", users.subList(from, Math.min(PEOPLE, from + AT_ONCE)))));
            assertThat(answer.is(200).json().getJsonArray("Operations").getValuesAs(JsonObject.class))
                    .allMatch(made -> made.getString("status").equals("201"));
        }
    }

    private static String email(Person person) {
        return person.userName();
    }

    private static String user(int i, String name, String address) {
        return """
                {"method":"POST","bulkId":"b%1$d","path":"/Users","data":
                 {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"old%1$d","active":true,
                  "name":%2$s,"emails":[{"type":"work","value":"%3$s"}]}}\
                """.formatted(i, name, address);
    }

    /** How many people meet a filter. */
    int count(String filter) {
        return scim.get("/Users?count=0&filter=" + ScimClient.encode(filter)).total();
    }

    /** Everybody, by id. */
    Map<String, JsonObject> everybody() {
        List<JsonObject> all = new ArrayList<>();
        for (int total = 1; all.size() < total; ) {
            Answer page = scim.get("/Users?sortBy=id&count=" + PAGE + "&startIndex=" + (all.size() + 1));
            total = page.total();
            all.addAll(page.json().getJsonArray("Resources").getValuesAs(JsonObject.class));
        }
        return all.stream().collect(Collectors.toMap(person -> person.getString("id"), Function.identity()));
    }

    /** Who has which number. */
    Map<String, String> numbers() {
        return everybody().values().stream()
                .filter(person -> telephony(person).containsKey("phoneNumber"))
                .collect(Collectors.toMap(person -> person.getString("id"), person -> telephony(person)
                        .getString("phoneNumber")));
    }

    private static JsonObject telephony(JsonObject person) {
        JsonValue extension = person.get(Samples.TELEPHONY_SCHEMA);
        return extension == null ? JsonValue.EMPTY_JSON_OBJECT : extension.asJsonObject();
    }

    /** Each one's version: how often they were written. Without what the ETag says of groups. */
    Map<String, String> versions() {
        return everybody().values().stream()
                .collect(Collectors.toMap(person -> person.getString("id"), person -> person.getJsonObject("meta")
                        .getString("version")
                        .replaceFirst("([.].*)?\"$", "")));
    }

    /** Everybody of Okta is linked with one person, who has Okta's attributes to the letter. */
    void isLinked() {
        Map<String, JsonObject> linked = everybody().values().stream()
                .filter(person -> person.containsKey("externalId"))
                .collect(Collectors.toMap(person -> person.getString("externalId"), Function.identity()));
        assertThat(linked).hasSize(IN_OKTA);
        for (Person person : org.people()) {
            JsonObject here = linked.get(person.oktaId());
            assertThat(here).as(person.userName()).isNotNull();
            for (String part : List.of("givenName", "familyName")) {
                assertThat(here.getJsonObject("name").getString(part))
                        .isEqualTo(person.profile().getJsonObject("name").getString(part));
            }
            for (String attribute : FROM_OKTA) {
                assertThat(text(here, attribute)).as(attribute).isEqualTo(text(person.profile(), attribute));
            }
        }
    }

    private static String text(JsonObject resource, String attribute) {
        return resource.get(attribute) instanceof JsonString text ? text.getString() : null;
    }
}
