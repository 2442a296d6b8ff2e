package io.roster.imports;

import io.roster.scim.patch.PatchChange;
import io.roster.scim.patch.PatchEngine;
import io.roster.scim.protocol.JsonObjects;
import io.roster.scim.schema.ResourceType;
import io.roster.scim.schema.SchemaRegistry;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A user of Okta as the username format and the mappings make a person of them. */
public final class MappedPerson {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final String EXTERNAL_ID = "externalId";
    private static final String ACTIVE = "active";

    private final ResourceType type;
    private final FetchedUser user;
    private final String userName;
    private final List<MappedValue> values;
    private final List<MappingProblem> problems;

    MappedPerson(
            ResourceType type,
            FetchedUser user,
            String userName,
            List<MappedValue> values,
            List<MappingProblem> problems) {
        this.type = type;
        this.user = user;
        this.userName = userName;
        this.values = values;
        this.problems = List.copyOf(problems);
    }

    /** {@return the user of Okta} */
    public FetchedUser user() {
        return user;
    }

    /** {@return the userName, as it is to be written; empty where the username format yields none} */
    public Optional<String> userName() {
        return Optional.ofNullable(userName);
    }

    List<MappedValue> values() {
        return values;
    }

    /** {@return what keeps this person from being written; while there is anything, nobody is made or changed of it} */
    public List<MappingProblem> problems() {
        return problems;
    }

    /**
     * What an attribute is to be, for comparing it with that of people.
     *
     * @param attrPath {@code userName}, or an attribute that is mapped, as the mappings name it
     * @return the value as text; empty where there is none, or it is not mapped
     */
    public Optional<String> text(String attrPath) {
        if (attrPath.equalsIgnoreCase(PersonMapping.USER_NAME)) {
            return userName();
        }
        return values.stream()
                .filter(value -> value.target().notation().equalsIgnoreCase(attrPath) && value.value() != null)
                .map(value -> text(value.value()))
                .findFirst();
    }

    /**
     * The person as a SCIM client would create them: with {@code schemas}, {@code userName}, {@code externalId}, which is
     * Okta's id, {@code active}, and all mapped attributes.
     *
     * @return a body for creation
     * @throws IllegalStateException while there are problems
     */
    public JsonObject created() {
        JsonObject bare = JSON.createObjectBuilder()
                .add("schemas", JSON.createArrayBuilder().add(type.schema().id()))
                .build();
        return changed(bare, false);
    }

    /**
     * What somebody who is here becomes when they are linked with this user: all mapped attributes apply.
     *
     * @param stored their document
     * @return the document; the same instance where nothing differs
     * @throws IllegalStateException while there are problems
     */
    public JsonObject linked(JsonObject stored) {
        return changed(stored, false);
    }

    /**
     * What somebody who is linked with this user already becomes: mappings apply that do so at every import.
     *
     * @param stored their document
     * @return the document; the same instance where nothing differs
     * @throws IllegalStateException while there are problems
     */
    public JsonObject updated(JsonObject stored) {
        return changed(stored, true);
    }

    /**
     * Field by field what tells two documents of this person apart, of what an import writes.
     *
     * @param before such as the stored document, or an empty object
     * @param after such as {@link #updated} makes of it
     * @return in the order userName, active, mappings; empty where nothing differs
     */
    public List<AttributeDifference> differences(JsonObject before, JsonObject after) {
        List<AttributeDifference> differences = new ArrayList<>();
        for (String name : new String[] {PersonMapping.USER_NAME, ACTIVE}) {
            add(differences, name, before.get(name), after.get(name));
        }
        values.forEach(value -> add(
                differences,
                value.target().notation(),
                value.target().in(before),
                value.target().in(after)));
        return differences;
    }

    private static void add(List<AttributeDifference> differences, String path, JsonValue before, JsonValue after) {
        if (!Objects.equals(before, after)) {
            differences.add(new AttributeDifference(path, text(before), text(after)));
        }
    }

    private JsonObject changed(JsonObject stored, boolean update) {
        if (!problems.isEmpty()) {
            throw new IllegalStateException(problems.get(0).sentence());
        }
        JsonObject named = put(stored, PersonMapping.USER_NAME, JSON.createValue(userName));
        JsonObject linked = put(named, EXTERNAL_ID, JSON.createValue(user.oktaId()));
        JsonObject begun = put(linked, ACTIVE, user.isActive() ? JsonValue.TRUE : JsonValue.FALSE);
        String number = assignedNumber(stored);
        List<PatchChange> changes = values.stream()
                .filter(value -> !update || value.applied() == MappingScope.CREATE_AND_UPDATE)
                .filter(value -> value.differs(begun) && !value.target().isIn(number, begun))
                .map(value -> value.target().change(value.value()))
                .toList();
        return changes.isEmpty() ? begun : PatchEngine.applyChanges(type, begun, changes, begun);
    }

    private static JsonObject put(JsonObject document, String name, JsonValue value) {
        return value.equals(document.get(name)) ? document : JsonObjects.with(document, name, value);
    }

    // What telephony owns stays as it is: it would be put back by the write, and differ again at the next import.
    private static String assignedNumber(JsonObject stored) {
        return stored.get(SchemaRegistry.TELEPHONY_USER) instanceof JsonObject telephony
                ? telephony.getString("phoneNumber", null)
                : null;
    }

    /** A value as pages show it; {@code null} for none. */
    static String text(JsonValue value) {
        return value == null
                ? null
                : value instanceof JsonString text
                        ? text.getString()
                        : value instanceof JsonArray array
                                ? String.join(
                                        ", ",
                                        array.stream().map(MappedPerson::text).toList())
                                : value.toString();
    }
}
