package io.roster.imports;

import io.roster.scim.schema.SchemaRegistry;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds a user of Okta against the person who is linked with them, attribute by attribute. Pure. */
final class UserComparison {

    private final PersonMapping mapping;
    private final String userNameExpression;
    private final Map<String, String> expressions = new HashMap<>();

    UserComparison(PersonMapping mapping, ImportSettings settings, List<AttributeMapping> mappings) {
        this.mapping = mapping;
        this.userNameExpression = switch (settings.userNameFormat()) {
            case OKTA_USERNAME -> "appuser.userName";
            case EMAIL -> "user.email";
            case EXPRESSION -> settings.userNameExpression();
        };
        mappings.forEach(one -> expressions.put(one.attrPath(), one.expression()));
    }

    ComparedUser of(FetchedUser user, RosterPerson person, Set<String> awaited) {
        if (person == null) {
            return new ComparedUser(user, null, null, false, false, null, List.of(), null);
        }
        MappedPerson mapped = user.isActive() ? mapping.map(user) : null;
        String problem = mapped == null || mapped.problems().isEmpty()
                ? null
                : mapped.problems().get(0).sentence();
        return new ComparedUser(
                user,
                person.id(),
                person.name(),
                person.active(),
                awaited.contains(person.id()),
                person.document(),
                mapped == null || problem != null ? List.of() : fields(mapped, person.document()),
                problem);
    }

    private List<ComparedField> fields(MappedPerson mapped, JsonObject document) {
        List<ComparedField> fields = new ArrayList<>();
        String wanted = mapped.userName().orElse(null);
        String present = document.getString(PersonMapping.USER_NAME, null);
        fields.add(new ComparedField(
                PersonMapping.USER_NAME,
                userNameExpression,
                wanted,
                present,
                wanted != null && !wanted.equals(present)));
        String number = document.get(SchemaRegistry.TELEPHONY_USER) instanceof JsonObject telephony
                        && telephony.get("phoneNumber") instanceof JsonString text
                ? text.getString()
                : null;
        mapped.values().stream()
                .filter(value -> value.applied() == MappingScope.CREATE_AND_UPDATE)
                .forEach(value -> {
                    String attrPath = value.target().notation();
                    boolean owned = value.target().isIn(number, document);
                    fields.add(new ComparedField(
                            attrPath,
                            expressions.getOrDefault(attrPath, ""),
                            MappedPerson.text(value.value()),
                            MappedPerson.text(value.target().in(document)),
                            !owned && value.differs(document)));
                });
        return fields;
    }
}
