package io.roster.okta.simulator.population;

import io.roster.okta.simulator.org.Person;
import io.roster.okta.simulator.scim.Json;
import io.roster.okta.simulator.scim.Urn;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Random;

/** What changes in a person's profile over time. */
final class LifeEvents {

    private LifeEvents() {}

    static Person one(Person person, Faces faces, Random random) {
        String tag = person.profile().getString("locale");
        Country country = Country.ALL.stream()
                .filter(one -> one.tag().equals(tag))
                .findFirst()
                .orElseThrow();
        return switch (random.nextInt(4)) {
            case 0 -> promoted(person, country, faces, random);
            case 1 -> married(person, country, faces);
            case 2 -> moved(person, country, faces, random);
            default -> leaner(person);
        };
    }

    private static Person promoted(Person person, Country country, Faces faces, Random random) {
        JsonObject work = Json.object(person.profile().getJsonObject(Urn.ENTERPRISE_USER))
                .add("department", Profiles.department(random))
                .add("costCenter", "CC-" + (2000 + random.nextInt(40)))
                .build();
        return person.with("title", "Senior " + faces.job(country)).with(Urn.ENTERPRISE_USER, work);
    }

    /** A new family name and with it a new login; what stands before the name keeps the login unique. */
    private static Person married(Person person, Country country, Faces faces) {
        String family = faces.family(country);
        JsonObject before = person.profile().getJsonObject("name");
        JsonObject name = Json.object(before).add("familyName", family).build();
        String ascii = Storable.ascii(family);
        String userName = ascii.isEmpty() ? person.userName() : ascii + "." + person.userName();
        return person.with("userName", userName)
                .with("name", name)
                .with("emails", Profiles.emails(userName, false))
                .with("displayName", country.fullName(before.getString("givenName"), family));
    }

    private static Person moved(Person person, Country country, Faces faces, Random random) {
        return person.with("addresses", Profiles.addresses(country, faces, random))
                .with("phoneNumbers", Profiles.phones(country, random));
    }

    /** Values removed in Okta: the app has to remove them too. */
    private static Person leaner(Person person) {
        JsonObject work = Json.object(person.profile().getJsonObject(Urn.ENTERPRISE_USER))
                .remove("division")
                .remove("manager")
                .build();
        return person.with("nickName", (JsonValue) null)
                .with("title", (JsonValue) null)
                .with("addresses", (JsonValue) null)
                .with("phoneNumbers", (JsonValue) null)
                .with(Urn.ENTERPRISE_USER, work);
    }
}
