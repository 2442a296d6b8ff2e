package io.roster.system.scim;

import io.roster.system.Answer;
import io.roster.system.ScimClient;
import java.util.ArrayList;
import java.util.List;

/**
 * A list read to its end, as Okta's import does: on by {@code count} until startIndex is past totalResults.
 *
 * @param ids in the order in which they came
 * @param pageSizes how many resources each page had
 */
record Walk(List<String> ids, List<Integer> pageSizes) {
    static Walk through(ScimClient client, String path, String filter, int count) {
        Walk walk = new Walk(new ArrayList<>(), new ArrayList<>());
        String query = filter == null ? "" : "&filter=" + ScimClient.encode(filter);
        int total = 1;
        for (int startIndex = 1; startIndex <= total; startIndex += count) {
            Answer page = client.get(path + "?startIndex=" + startIndex + "&count=" + count + query)
                    .is(200);
            total = page.total();
            walk.ids.addAll(page.ids());
            walk.pageSizes.add(page.json().getInt("itemsPerPage"));
        }
        return walk;
    }
}
