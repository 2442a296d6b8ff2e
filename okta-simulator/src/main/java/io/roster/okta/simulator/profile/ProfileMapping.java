package io.roster.okta.simulator.profile;

import io.roster.okta.simulator.org.Account;
import io.roster.okta.simulator.org.OktaUser;
import io.roster.okta.simulator.org.Person;
import io.roster.okta.simulator.scim.Json;
import io.roster.okta.simulator.scim.Urn;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Okta's profile of a user: attributes that the app maps stand in its SCIM attributes, all others as they are. */
public final class ProfileMapping {
    private static final Map<String, ScimPath> PATHS = paths();

    private ProfileMapping() {}

    private static Map<String, ScimPath> paths() {
        Map<String, ScimPath> paths = new LinkedHashMap<>();
        paths.put("login", ScimPath.of("userName"));
        paths.put("email", ScimPath.of("emails[work]", "value"));
        paths.put("secondEmail", ScimPath.of("emails[home]", "value"));
        paths.put("firstName", ScimPath.of("name", "givenName"));
        paths.put("lastName", ScimPath.of("name", "familyName"));
        paths.put("middleName", ScimPath.of("name", "middleName"));
        paths.put("honorificPrefix", ScimPath.of("name", "honorificPrefix"));
        paths.put("honorificSuffix", ScimPath.of("name", "honorificSuffix"));
        for (String same :
                new String[] {"title", "displayName", "nickName", "preferredLanguage", "locale", "timezone", "userType"
                }) {
            paths.put(same, ScimPath.of(same));
        }
        paths.put("primaryPhone", ScimPath.of("phoneNumbers[work]", "value"));
        paths.put("mobilePhone", ScimPath.of("phoneNumbers[mobile]", "value"));
        paths.put("streetAddress", ScimPath.of("addresses[work]", "streetAddress"));
        paths.put("city", ScimPath.of("addresses[work]", "locality"));
        paths.put("state", ScimPath.of("addresses[work]", "region"));
        paths.put("zipCode", ScimPath.of("addresses[work]", "postalCode"));
        paths.put("countryCode", ScimPath.of("addresses[work]", "country"));
        for (String same : new String[] {"employeeNumber", "costCenter", "organization", "division", "department"}) {
            paths.put(same, ScimPath.of(Urn.ENTERPRISE_USER, same));
        }
        paths.put("managerId", ScimPath.of(Urn.ENTERPRISE_USER, "manager", "value"));
        paths.put("manager", ScimPath.of(Urn.ENTERPRISE_USER, "manager", "displayName"));
        return paths;
    }

    /** The whole profile; attributes without a value are absent. */
    public static JsonObject profile(Account account) {
        JsonObject scim = account.person().profile();
        JsonObjectBuilder profile = Json.object();
        PATHS.forEach((name, path) -> path.get(scim).ifPresent(value -> profile.add(name, value)));
        account.user().extra().forEach(profile::add);
        return profile.build();
    }

    /** The value of one attribute; empty when it has none. */
    public static Optional<JsonValue> value(Account account, String attribute) {
        ScimPath path = PATHS.get(attribute);
        return path == null
                ? Optional.ofNullable(account.user().extra().get(attribute))
                : path.get(account.person().profile()).map(Json::string);
    }

    /** The account with these attributes changed; JSON's null, or an empty text, clears one. */
    public static Account with(Account account, JsonObject changes) {
        JsonObject scim = account.person().profile();
        JsonObjectBuilder extra = Json.object(account.user().extra());
        for (Map.Entry<String, JsonValue> change : changes.entrySet()) {
            ScimPath path = PATHS.get(change.getKey());
            if (path != null) {
                scim = path.set(scim, text(change.getValue()));
            } else if (change.getValue() == JsonValue.NULL) {
                extra.remove(change.getKey());
            } else {
                extra.add(change.getKey(), change.getValue());
            }
        }
        OktaUser user = account.user().with(extra.build());
        Person person = account.person();
        // Compared as a whole: an untouched person must stay the same object.
        return new Account(user, scim.equals(person.profile()) ? person : person.with(scim));
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString text && !text.getString().isEmpty() ? text.getString() : null;
    }
}
