package io.roster.console.people;

import io.roster.persistence.Source;
import io.roster.user.Person;
import java.time.Instant;

/** A row of the list of people. */
public class PersonRow {

    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private final Person person;
    private final String department;

    PersonRow(Person person) {
        this.person = person;
        this.department = ScimText.text(ScimText.parse(person.getDocument()), ENTERPRISE, "department");
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
