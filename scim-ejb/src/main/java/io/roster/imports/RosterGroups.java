package io.roster.imports;

import io.roster.persistence.Keys;
import io.roster.persistence.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Reads the groups that a page of groups may be about, and their members: one statement a question and 500 values. */
final class RosterGroups {

    private static final String SELECT = "select " + RosterGroup.COLUMNS + " from directory_group where ";

    private static final String MEMBERS = "select m.group_id, p.external_id, p.id from membership m"
            + " join person p on p.id = m.member_id where p.external_id is not null and m.group_id in ";

    private static final String COMING = "select okta_id from import_candidate where resource_type = 'User'"
            + " and preview = ? and state = 'CONFIRMED' and okta_id in ";

    private final DataSource dataSource;
    private final String preview;

    RosterGroups(DataSource dataSource, String preview) {
        this.dataSource = dataSource;
        this.preview = preview;
    }

    /** Groups that are linked with these groups of Okta, by Okta's id; of several the one that was there first. */
    Map<String, RosterGroup> linked(Collection<String> oktaIds) {
        Map<String, RosterGroup> linked = new HashMap<>();
        for (RosterGroup group :
                in("external_id", oktaIds.stream().map(Keys::of).toList())) {
            linked.merge(group.oktaId(), group, (one, other) -> one.id().compareTo(other.id()) < 0 ? one : other);
        }
        return linked;
    }

    /** Groups that are not linked, by their names, in the same case. */
    Map<String, List<RosterGroup>> named(Collection<String> names) {
        return in("display_name_key", names.stream().map(Keys::fold).toList()).stream()
                .filter(group -> group.oktaId() == null)
                .collect(Collectors.groupingBy(RosterGroup::name));
    }

    /** Members that Okta knows: SCIM ids by Okta's ids, by SCIM id of the group. */
    Map<String, Map<String, String>> members(Collection<RosterGroup> groups) {
        Map<String, Map<String, String>> members = new HashMap<>();
        List<String> ids = groups.stream().map(RosterGroup::id).toList();
        for (List<String> chunk : RosterPeople.chunks(ids)) {
            new Sql(MEMBERS + Sql.places(chunk.size()), List.copyOf(chunk))
                    .list(dataSource, row -> members.computeIfAbsent(row.getString(1), id -> new HashMap<>())
                            .put(row.getString(2), row.getString(3)));
        }
        return members;
    }

    /** Which users of Okta are people here, or will be when this run is applied. */
    Set<String> assigned(Set<String> oktaIds) {
        Set<String> assigned = new HashSet<>();
        for (List<String> chunk : RosterPeople.chunks(oktaIds)) {
            String places = Sql.places(chunk.size());
            new Sql("select external_id from person where external_id in " + places, List.copyOf(chunk))
                    .list(dataSource, row -> assigned.add(row.getString(1)));
            List<Object> parameters = new ArrayList<>();
            parameters.add(preview);
            parameters.addAll(chunk);
            new Sql(COMING + places, parameters).list(dataSource, row -> assigned.add(row.getString(1)));
        }
        return assigned;
    }

    private List<RosterGroup> in(String column, Collection<String> values) {
        List<RosterGroup> groups = new ArrayList<>();
        for (List<String> chunk : RosterPeople.chunks(values)) {
            groups.addAll(new Sql(SELECT + column + " in " + Sql.places(chunk.size()), List.copyOf(chunk))
                    .list(dataSource, RosterGroup::read));
        }
        return groups;
    }
}
