package io.roster.okta.simulator.api;

import io.roster.okta.simulator.OktaOrg;
import io.roster.okta.simulator.org.Person;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.stream.Collectors;

/** A write in words. */
public final class WriteBack {

    private WriteBack() {}

    /** For instance {@code Ada Park: primaryPhone +14155550137, telephonyExtension 2137}. */
    public static String line(OktaOrg org, Write write) {
        Person person = org.state().people().get(write.userId()).wanted();
        String name = person.profile().getString("displayName", person.userName());
        if (write.sent().isEmpty()) {
            return name + ": " + write.request().substring(write.request().lastIndexOf('/') + 1);
        }
        if (write.changed().isEmpty()) {
            return name + ": " + values(write.sent(), write.sent().keySet()) + " (Okta had that already)";
        }
        return name + ": " + values(write.sent(), write.changed());
    }

    private static String values(JsonObject sent, Collection<String> names) {
        return names.stream().map(name -> name + " " + text(sent.get(name))).collect(Collectors.joining(", "));
    }

    private static String text(JsonValue value) {
        if (value instanceof JsonString text) {
            return text.getString().isEmpty() ? "cleared" : text.getString();
        }
        return value == null || value == JsonValue.NULL ? "cleared" : value.toString();
    }
}
