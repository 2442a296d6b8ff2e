package io.roster.console.people;

import io.roster.persistence.Source;
import io.roster.scim.schema.SchemaRegistry;
import io.roster.telephony.E164;
import io.roster.user.Person;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.stream.Collectors;

/** A row of the list of people. */
public class PersonRow {

    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private final Person person;
    private final String department;
    private final String number;
    private final String extension;
    private final String licenses;

    PersonRow(Person person) {
        this.person = person;
        JsonObject document = ScimText.parse(person.getDocument());
        department = ScimText.text(document, ENTERPRISE, "department");
        number = ScimText.text(document, SchemaRegistry.TELEPHONY_USER, "phoneNumber");
        extension = ScimText.text(document, SchemaRegistry.TELEPHONY_USER, "extension");
        licenses = document.get(SchemaRegistry.TELEPHONY_USER) instanceof JsonObject telephony
                        && telephony.get("licenses") instanceof JsonArray given
                ? given.getValuesAs(JsonObject.class).stream()
                        .map(license -> license.getString("display"))
                        .collect(Collectors.joining(", "))
                : "";
    }

    /** @return the SCIM id */
    public String getId() {
        return person.getId();
    }

    /** @return what to call the person */
    public String getName() {
        return person.getFullName();
    }

    /** @return {@code userName} */
    public String getUserName() {
        return person.getUserName();
    }

    /** @return the enterprise extension's {@code department}, empty where there is none */
    public String getDepartment() {
        return department;
    }

    /** @return the phone number as people read it, empty where there is none */
    public String getNumber() {
        return number.isEmpty() ? "" : E164.international(number);
    }

    /** @return the extension, empty where there is none */
    public String getExtension() {
        return extension;
    }

    /** @return the names of the licences, empty where there is none */
    public String getLicenses() {
        return licenses;
    }

    /** @return whether the person is active */
    public boolean isActive() {
        return person.isActive();
    }

    /** @return who owns the identity fields */
    public Source getSource() {
        return person.getSource();
    }

    /** @return when the person was last changed */
    public Instant getModified() {
        return person.getModified();
    }
}
