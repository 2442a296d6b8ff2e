package io.roster.imports;

import io.roster.persistence.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** The members of groups as a run has read them, some groups at a time. */
record FetchedMembers(DataSource dataSource, String runId) {

    /** About how many memberships are held in memory at once. */
    private static final int MEMBERSHIPS = 50_000;

    /** Parts of a list of groups, in each of them about as many members as memory is for. */
    // A group that alone has more is a part of its own.
    List<List<FetchedGroup>> parts(List<FetchedGroup> groups) {
        Map<String, Long> amounts = new HashMap<>();
        Sql.of(
                        "select owner_id, sum(amount) from import_page where run_id = ? and kind = 'MEMBERS' group by owner_id",
                        runId)
                .list(dataSource, row -> amounts.put(row.getString(1), row.getLong(2)));
        List<List<FetchedGroup>> parts = new ArrayList<>();
        long held = 0;
        for (FetchedGroup group : groups) {
            long amount = amounts.getOrDefault(group.oktaId(), 0L);
            if (parts.isEmpty() || held + amount > MEMBERSHIPS) {
                parts.add(new ArrayList<>());
                held = 0;
            }
            parts.get(parts.size() - 1).add(group);
            held += amount;
        }
        return parts;
    }

    /** Okta's ids of the members, by Okta's ids of groups; without those of which they are unknown. */
    Map<String, Set<String>> of(Collection<String> groupIds) {
        Map<String, Set<String>> members = new HashMap<>();
        for (List<String> chunk : RosterPeople.chunks(groupIds)) {
            List<Object> parameters = new ArrayList<>();
            parameters.add(runId);
            parameters.addAll(chunk);
            new Sql(
                            "select owner_id, content from import_page where run_id = ? and kind = 'MEMBERS' and owner_id in "
                                    + Sql.places(chunk.size()),
                            parameters)
                    .list(dataSource, row -> members.computeIfAbsent(row.getString(1), id -> new LinkedHashSet<>())
                            .addAll(PageContent.ids(row.getBytes(2))));
        }
        return members;
    }
}
