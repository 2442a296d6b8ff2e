package io.roster.syncback.imports;

import io.roster.imports.FetchedGroup;
import io.roster.imports.FetchedUser;
import io.roster.imports.ImportLease;
import io.roster.imports.ImportPages;
import io.roster.imports.PageKind;
import io.roster.imports.StoredPage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Pages of one run, in memory. */
final class MemoryPages extends ImportPages {

    private record Entry(StoredPage page, List<?> content) {}

    private final Map<String, Entry> stored = new TreeMap<>();

    private static String key(PageKind kind, String owner, int page) {
        return kind + " " + owner + " " + String.format("%05d", page);
    }

    private boolean put(PageKind kind, String owner, int page, List<?> content, String next) {
        StoredPage row = new StoredPage(kind, owner, page, content.size(), next);
        if (stored.put(key(kind, owner, page), new Entry(row, content)) != null) {
            throw new IllegalStateException("stored twice: " + row);
        }
        return true;
    }

    @Override
    public List<StoredPage> list(String runId, PageKind kind) {
        return stored.values().stream()
                .map(Entry::page)
                .filter(page -> page.kind() == kind)
                .toList();
    }

    @Override
    public Optional<StoredPage> last(String runId, PageKind kind, String ownerId) {
        return list(runId, kind).stream()
                .filter(page -> page.ownerId().equals(ownerId))
                .reduce((one, other) -> other);
    }

    private <T> List<T> content(Class<T> type, PageKind kind, String owner, int page) {
        Entry entry = stored.get(key(kind, owner, page));
        return entry == null
                ? List.of()
                : entry.content().stream().map(type::cast).toList();
    }

    @Override
    public List<FetchedUser> users(String runId, int page) {
        return content(FetchedUser.class, PageKind.USERS, "", page);
    }

    @Override
    public List<FetchedGroup> groups(String runId, int page) {
        return content(FetchedGroup.class, PageKind.GROUPS, "", page);
    }

    @Override
    public List<String> ids(String runId, PageKind kind, String ownerId, int page) {
        return content(String.class, kind, ownerId, page);
    }

    List<FetchedUser> allUsers() {
        return list("", PageKind.USERS).stream()
                .flatMap(page -> users("", page.page()).stream())
                .toList();
    }

    List<FetchedGroup> allGroups() {
        return list("", PageKind.GROUPS).stream()
                .flatMap(page -> groups("", page.page()).stream())
                .toList();
    }

    List<String> allMembers(String group) {
        return list("", PageKind.MEMBERS).stream()
                .filter(page -> page.ownerId().equals(group))
                .flatMap(page -> ids("", PageKind.MEMBERS, group, page.page()).stream())
                .toList();
    }

    @Override
    public boolean storeUsers(ImportLease lease, int page, List<FetchedUser> users, String nextLink) {
        return put(PageKind.USERS, "", page, users, nextLink);
    }

    @Override
    public boolean storeGroups(ImportLease lease, int page, List<FetchedGroup> groups, String nextLink) {
        return put(PageKind.GROUPS, "", page, groups, nextLink);
    }

    @Override
    public boolean storeIds(
            ImportLease lease, PageKind kind, String ownerId, int page, List<String> ids, String nextLink) {
        return put(kind, ownerId, page, ids, nextLink);
    }

    @Override
    public boolean storePlan(ImportLease lease, int first, List<List<String>> chunks) {
        for (int i = 0; i < chunks.size(); i++) {
            put(PageKind.REREAD, "", first + i, chunks.get(i), null);
        }
        return true;
    }

    @Override
    public boolean forget(ImportLease lease, PageKind kind, String ownerId) {
        stored.values()
                .removeIf(entry ->
                        entry.page().kind() == kind && entry.page().ownerId().equals(ownerId));
        return true;
    }
}
