package io.roster.user;

import io.roster.persistence.ColumnBindings;
import io.roster.persistence.Listed;
import io.roster.persistence.Sql;
import io.roster.scim.protocol.Excerpt;
import io.roster.scim.protocol.Reference;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.protocol.StoredResource;
import io.roster.scim.schema.ResourceType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** People as lists of them are read: what the database can filter by, and the groups that each is in. */
final class UserListing implements Listed {

    static final ColumnBindings BINDINGS = new ColumnBindings("person")
            .column("userName", "r.user_name_key", false)
            .column("externalId", "r.external_id", true)
            .column("displayName", "r.display_name_key", true)
            .column("active", "r.active", false)
            .references(
                    "groups",
                    "select m.member_id from membership m where 1 = 1",
                    Map.of("value", "m.group_id", "type", "'direct'"))
            .displays(
                    "groups",
                    "select m.member_id from membership m join directory_group g on g.id = m.group_id where 1 = 1",
                    Map.of("value", "m.group_id", "type", "'direct'", "display", "g.display_name_key"))
            .values("person_value", "person_id");

    private final ResourceType type;
    private final DataSource dataSource;

    UserListing(ResourceType type, DataSource dataSource) {
        this.type = type;
        this.dataSource = dataSource;
    }

    @Override
    public ResourceType type() {
        return type;
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
        memberships(people, contiguous)
                .list(dataSource, row -> groups.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                        .add(new Reference(row.getString(2), "/Groups", "direct", row.getString(3))));
        // Sorted here: a database sets up a sort for each statement, and there is mostly little to sort.
        groups.values().forEach(list -> list.sort(Comparator.comparing(Reference::value)));
        return people.stream()
                .map(person -> person.referring("groups", groups.getOrDefault(person.id(), List.of())))
                .toList();
    }

    // A range reads the same index entries as the list of ids would, with one statement text for pages of every size.
    private static Sql memberships(List<StoredResource> people, boolean contiguous) {
        String select = "select m.member_id, g.id, g.display_name from membership m"
                + " join directory_group g on g.id = m.group_id where m.member_id ";
        if (contiguous || people.size() == 1) {
            return Sql.of(
                    select + "between ? and ?",
                    people.get(0).id(),
                    people.get(people.size() - 1).id());
        }
        return Sql.of(
                select + "in " + Sql.places(people.size()),
                people.stream().map(StoredResource::id).toArray());
    }

    static ScimException notFound(String id) {
        return ScimException.notFound("There is no User with the id " + Excerpt.of(id)
                + ". It may have been deleted; look it up by userName, or create it.");
    }
}
