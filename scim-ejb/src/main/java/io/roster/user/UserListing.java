package io.roster.user;

import io.roster.persistence.ColumnBindings;
import io.roster.persistence.Listed;
import io.roster.scim.protocol.Excerpt;
import io.roster.scim.protocol.Reference;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.protocol.StoredResource;
import io.roster.scim.schema.ResourceType;
import io.roster.scim.schema.SchemaRegistry;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** People as lists of them are read: what the database can filter by, and the groups that each is in. */
final class UserListing implements Listed {

    static final ResourceType TYPE = SchemaRegistry.standard().user();

    private static final ColumnBindings BINDINGS = new ColumnBindings("Person")
            .column("userName", "r.userNameKey", false)
            .column("externalId", "r.externalId", true)
            .column("displayName", "r.displayNameKey", true)
            .column("active", "r.active", false)
            .rows("emails", values("emails"), valueColumns())
            .rows("phoneNumbers", values("phoneNumbers"), valueColumns())
            .rows(
                    "groups",
                    "select m.memberId from Membership m where m.memberId = m.memberId",
                    Map.of("value", "m.groupId"));

    private final EntityManager entities;

    UserListing(EntityManager entities) {
        this.entities = entities;
    }

    private static String values(String attribute) {
        return "select v.personId from PersonValue v where v.attribute = '" + attribute + "'";
    }

    private static Map<String, String> valueColumns() {
        return Map.of("value", "v.valueKey", "type", "v.typeKey", "primary", "v.primary");
    }

    @Override
    public ResourceType type() {
        return TYPE;
    }

    @Override
    public ColumnBindings bindings() {
        return BINDINGS;
    }

    @Override
    public List<StoredResource> withReferences(List<StoredResource> people, boolean contiguous) {
        if (people.isEmpty()) {
            return people;
        }
        Map<String, List<Reference>> groups = new HashMap<>();
        for (Object[] row : memberships(people, contiguous).getResultList()) {
            groups.computeIfAbsent((String) row[0], id -> new ArrayList<>())
                    .add(new Reference((String) row[1], "/Groups", "direct", (String) row[2]));
        }
        // Sorted here: a database sets up a sort for each statement, and there is mostly little to sort.
        groups.values().forEach(list -> list.sort(Comparator.comparing(Reference::value)));
        return people.stream()
                .map(person -> person.referring("groups", groups.getOrDefault(person.id(), List.of())))
                .toList();
    }

    // A range reads the same index entries as the list of ids would, with one statement text for pages of every size.
    private TypedQuery<Object[]> memberships(List<StoredResource> people, boolean contiguous) {
        String select = "select m.memberId, g.id, g.displayName from Membership m, DirectoryGroup g"
                + " where g.id = m.groupId and m.memberId ";
        if (contiguous || people.size() == 1) {
            return entities.createQuery(select + "between :first and :last", Object[].class)
                    .setParameter("first", people.get(0).id())
                    .setParameter("last", people.get(people.size() - 1).id());
        }
        return entities.createQuery(select + "in :ids", Object[].class)
                .setParameter("ids", people.stream().map(StoredResource::id).toList());
    }

    static ScimException notFound(String id) {
        return ScimException.notFound("There is no User with the id " + Excerpt.of(id)
                + ". It may have been deleted; look it up by userName, or create it.");
    }
}
