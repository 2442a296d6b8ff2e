package io.roster.system.catalogue;

import io.roster.okta.simulator.org.Person;
import io.roster.okta.simulator.scim.Json;
import io.roster.okta.simulator.scim.Urn;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;

/** A profile in which every attribute that Okta maps has a value. */
final class FullProfile {
    private FullProfile() {}

    /** The person with all of them. */
    static Person of(Person person, Person manager) {
        return person.with(Json.object(person.profile())
                .add("name", name(person))
                .add("title", "Senior agent")
                .add("nickName", "Addie")
                .add("preferredLanguage", "de-CH")
                .add("locale", "de-CH")
                .add("timezone", "Europe/Zurich")
                .add("userType", "Employee")
                .add("emails", emails(person))
                .add("phoneNumbers", phones())
                .add("addresses", address())
                .add(Urn.ENTERPRISE_USER, work(manager))
                .build());
    }

    private static JsonObjectBuilder name(Person person) {
        return Json.object(person.profile().getJsonObject("name"))
                .add("middleName", "Lin")
                .add("honorificPrefix", "Dr.")
                .add("honorificSuffix", "III");
    }

    private static JsonArrayBuilder emails(Person person) {
        return Json.array()
                .add(Json.object()
                        .add("primary", true)
                        .add("value", person.userName())
                        .add("type", "work"))
                .add(Json.object()
                        .add("primary", false)
                        .add("value", "home." + person.userName())
                        .add("type", "home"));
    }

    private static JsonArrayBuilder phones() {
        return Json.array()
                .add(Json.object()
                        .add("value", "+41445550137")
                        .add("type", "work")
                        .add("primary", true))
                .add(Json.object().add("value", "+41795550137").add("type", "mobile"));
    }

    private static JsonArray address() {
        return Json.array()
                .add(Json.object()
                        .add("type", "work")
                        .add("streetAddress", "Bahnhofstrasse 1")
                        .add("locality", "Zürich")
                        .add("region", "ZH")
                        .add("postalCode", "8001")
                        .add("country", "CH"))
                .build();
    }

    private static JsonObjectBuilder work(Person manager) {
        return Json.object()
                .add("employeeNumber", "4711")
                .add("costCenter", "CC-1001")
                .add("organization", "Acme")
                .add("division", "EMEA")
                .add("department", "Support")
                .add(
                        "manager",
                        Json.object().add("value", manager.userName()).add("displayName", manager.displayName()));
    }
}
