package io.roster.group;

import io.roster.persistence.ColumnBindings;
import io.roster.persistence.Listed;
import io.roster.scim.protocol.Excerpt;
import io.roster.scim.protocol.Reference;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.protocol.StoredResource;
import io.roster.scim.schema.ResourceType;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Groups as lists of them are read: what the database can filter by, and their members. */
final class GroupListing implements Listed {

    static final ColumnBindings BINDINGS = new ColumnBindings("directory_group")
            .column("displayName", "r.display_name_key", false)
            .column("externalId", "r.external_id", true)
            .references(
                    "members",
                    "select m.group_id from membership m where 1 = 1",
                    Map.of("value", "m.member_id", "type", "lower(m.member_type)"))
            .displays(
                    "members",
                    "select m.group_id from membership m join (select p.id, p.full_name_key as name_key from person p"
                            + " union all select g.id, g.display_name_key as name_key from directory_group g) d"
                            + " on d.id = m.member_id where 1 = 1",
                    Map.of("value", "m.member_id", "type", "lower(m.member_type)", "display", "d.name_key"))
            .values("group_value", "group_id");

    private final ResourceType type;
    private final MemberReferences members;

    GroupListing(ResourceType type, DataSource dataSource) {
        this.type = type;
        this.members = new MemberReferences(dataSource);
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
    public List<StoredResource> withReferences(List<StoredResource> groups, boolean contiguous) {
        if (groups.isEmpty()) {
            return groups;
        }
        Map<String, List<Reference>> byGroup =
                members.of(groups.stream().map(StoredResource::id).toList());
        return groups.stream()
                .map(group -> group.referring("members", byGroup.getOrDefault(group.id(), List.of())))
                .toList();
    }

    static ScimException notFound(String id) {
        return ScimException.notFound("There is no Group with the id " + Excerpt.of(id)
                + ". It may have been deleted; look it up by displayName, or push it again.");
    }
}
