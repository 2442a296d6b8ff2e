package io.roster.group;

import io.roster.persistence.Documents;
import io.roster.scim.protocol.Place;
import io.roster.scim.protocol.ResourceValidator;
import io.roster.scim.schema.ResourceType;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/**
 * A Group that a client sent, parted into what is stored as a document and what is stored as rows.
 *
 * @param document the attributes without members
 * @param members all members that the group is to have
 */
record GroupBody(JsonObject document, MemberChange members) {

    private static final String MEMBERS = "members";

    /**
     * Checks a Group.
     *
     * @param type the resource type Group
     * @param body the Group
     * @param before the document that it replaces, empty for a new group
     */
    static GroupBody of(ResourceType type, JsonObject body, JsonObject before) {
        JsonObject checked = ResourceValidator.validate(type, body, before);
        MemberChange members = new MemberChange();
        members.replace(
                checked.get(MEMBERS) instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY,
                Place.RESOURCE.member(MEMBERS));
        return new GroupBody(Documents.without(checked, MEMBERS), members);
    }
}
