package io.roster.group;

import io.roster.scim.protocol.Reference;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.util.Map;

/** A group of one member, as a value filter sees it. */
final class MemberJson {

    private static final JsonBuilderFactory JSON = JsonProvider.provider().createBuilderFactory(Map.of());

    private MemberJson() {}

    static JsonObject group(Reference member) {
        return JSON.createObjectBuilder()
                .add(
                        "members",
                        JSON.createArrayBuilder()
                                .add(JSON.createObjectBuilder()
                                        .add("value", member.value())
                                        .add("type", member.type())
                                        .add("display", member.display())))
                .build();
    }
}
