package io.roster.okta.simulator.population;

import io.roster.okta.simulator.org.Person;
import io.roster.okta.simulator.scim.Json;
import io.roster.okta.simulator.scim.Urn;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The SCIM attributes of an invented person, in the order in which Okta sends them. */
final class Profiles {
    private static final List<String> DEPARTMENTS = List.of(
            "Sales", "Support", "Field Service", "Finance", "People & Culture", "IT", "Logistik", "Rechtswesen");

    private Profiles() {}

    static JsonObject of(Face face, int index, Optional<Person> manager, Faces faces, Random random) {
        Country country = face.country();
        JsonObjectBuilder profile = Json.object()
                .add("userName", face.userName())
                .add("name", name(face, random))
                .add("emails", emails(face.userName(), random.nextInt(4) == 0))
                .add("title", faces.job(country))
                .add("displayName", face.fullName());
        if (random.nextInt(5) == 0) {
            profile.add("nickName", faces.given(country));
        }
        return profile.add("preferredLanguage", country.tag())
                .add("locale", country.tag())
                .add("timezone", country.timezone())
                .add("userType", random.nextInt(8) == 0 ? "Contractor" : "Employee")
                .add("phoneNumbers", phones(country, random))
                .add("addresses", addresses(country, faces, random))
                .add(Urn.ENTERPRISE_USER, enterprise(index, manager, random))
                .build();
    }

    private static JsonObjectBuilder name(Face face, Random random) {
        JsonObjectBuilder name = Json.object().add("givenName", face.given()).add("familyName", face.family());
        if (random.nextInt(12) == 0) {
            name.add("honorificPrefix", "Dr.");
        }
        return name;
    }

    static JsonArray emails(String userName, boolean home) {
        JsonArrayBuilder emails = Json.array()
                .add(Json.object().add("primary", true).add("value", userName).add("type", "work"));
        if (home) {
            String address = userName.replace("@acme.", "@home.");
            emails.add(Json.object().add("primary", false).add("value", address).add("type", "home"));
        }
        return emails.build();
    }

    static JsonArray phones(Country country, Random random) {
        JsonArrayBuilder phones = Json.array()
                .add(Json.object()
                        .add("value", number(country, random))
                        .add("type", "work")
                        .add("primary", true));
        if (random.nextBoolean()) {
            phones.add(Json.object().add("value", number(country, random)).add("type", "mobile"));
        }
        return phones.build();
    }

    private static String number(Country country, Random random) {
        return "+" + country.dialCode() + (200_000_000 + random.nextInt(700_000_000));
    }

    static JsonArray addresses(Country country, Faces faces, Random random) {
        return Json.array()
                .add(Json.object()
                        .add("type", "work")
                        .add("streetAddress", faces.street(country))
                        .add("locality", faces.city(country))
                        .add("postalCode", String.valueOf(10_000 + random.nextInt(90_000)))
                        .add("country", country.locale().getCountry()))
                .build();
    }

    static String department(Random random) {
        return DEPARTMENTS.get(random.nextInt(DEPARTMENTS.size()));
    }

    private static JsonObjectBuilder enterprise(int index, Optional<Person> manager, Random random) {
        JsonObjectBuilder work = Json.object()
                .add("employeeNumber", String.valueOf(Faces.employeeNumber(index)))
                .add("costCenter", "CC-" + (1000 + random.nextInt(40)))
                .add("organization", "Acme")
                .add("division", random.nextBoolean() ? "EMEA" : "Americas")
                .add("department", department(random));
        manager.ifPresent(boss -> work.add(
                "manager", Json.object().add("value", boss.userName()).add("displayName", boss.displayName())));
        return work;
    }
}
