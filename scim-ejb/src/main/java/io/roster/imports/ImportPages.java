package io.roster.imports;

import io.roster.persistence.Conflicts;
import io.roster.persistence.Sql;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * What a run has read of Okta: stored page by page as it comes, read page by page as it is compared. A user is on one page
 * of a run only. For the job.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportPages {

    private static final String COLUMNS = "select owner_id, page, amount, next_link from import_page";

    @Resource(lookup = "jdbc/roster", shareable = false)
    private DataSource dataSource;

    @EJB
    private ImportPageWriter writer;

    /**
     * The pages of a kind, without their contents.
     *
     * @param runId the run
     * @param kind which ones
     * @return by group, then by number
     */
    public List<StoredPage> list(String runId, PageKind kind) {
        return Sql.of(COLUMNS + " where run_id = ? and kind = ? order by owner_id, page", runId, kind.name())
                .list(
                        dataSource,
                        row -> new StoredPage(kind, row.getString(1), row.getInt(2), row.getInt(3), row.getString(4)));
    }

    /**
     * The last page of a list.
     *
     * @param runId the run
     * @param kind of what
     * @param ownerId the group for members, otherwise empty
     * @return empty when none is stored
     */
    public Optional<StoredPage> last(String runId, PageKind kind, String ownerId) {
        return Sql.of(
                        COLUMNS + " where run_id = ? and kind = ? and owner_id = ? order by page desc"
                                + " fetch first row only",
                        runId,
                        kind.name(),
                        ownerId)
                .list(dataSource, row -> new StoredPage(kind, ownerId, row.getInt(2), row.getInt(3), row.getString(4)))
                .stream()
                .findFirst();
    }

    /**
     * A page of users.
     *
     * @param runId the run
     * @param page its number
     * @return those on it; nobody when there is no such page
     */
    public List<FetchedUser> users(String runId, int page) {
        return content(runId, PageKind.USERS, "", page).map(PageContent::users).orElse(List.of());
    }

    /**
     * A page of groups.
     *
     * @param runId the run
     * @param page its number
     * @return those on it; none when there is no such page
     */
    public List<FetchedGroup> groups(String runId, int page) {
        return content(runId, PageKind.GROUPS, "", page)
                .map(PageContent::groups)
                .orElse(List.of());
    }

    /**
     * A page of ids.
     *
     * @param runId the run
     * @param kind of what
     * @param ownerId the group for {@link PageKind#MEMBERS}, otherwise empty
     * @param page its number
     * @return those on it; none when there is no such page
     */
    public List<String> ids(String runId, PageKind kind, String ownerId, int page) {
        return content(runId, kind, ownerId, page).map(PageContent::ids).orElse(List.of());
    }

    private Optional<byte[]> content(String runId, PageKind kind, String ownerId, int page) {
        return Sql.of(
                        "select content from import_page where run_id = ? and kind = ? and owner_id = ? and page = ?",
                        runId,
                        kind.name(),
                        ownerId,
                        page)
                .list(dataSource, row -> row.getBytes(1))
                .stream()
                .findFirst();
    }

    /**
     * Stores a page of users, and counts them.
     *
     * @param lease of the run
     * @param page its number
     * @param users those on it
     * @param nextLink where the next one is, or {@code null}
     * @return false when another server has the run; nothing is stored then
     */
    public boolean storeUsers(ImportLease lease, int page, List<FetchedUser> users, String nextLink) {
        return store(
                lease, new StoredPage(PageKind.USERS, "", page, users.size(), nextLink), PageContent.ofUsers(users));
    }

    /**
     * Stores a page of groups, and counts them.
     *
     * @param lease of the run
     * @param page its number
     * @param groups those on it
     * @param nextLink where the next one is, or {@code null}
     * @return false when another server has the run; nothing is stored then
     */
    public boolean storeGroups(ImportLease lease, int page, List<FetchedGroup> groups, String nextLink) {
        return store(
                lease,
                new StoredPage(PageKind.GROUPS, "", page, groups.size(), nextLink),
                PageContent.ofGroups(groups));
    }

    /**
     * Stores a page of ids, and counts them where they are members.
     *
     * @param lease of the run
     * @param kind of what
     * @param ownerId the group for {@link PageKind#MEMBERS}, otherwise empty
     * @param page its number
     * @param ids those on it
     * @param nextLink where the next one is, or {@code null}
     * @return false when another server has the run; nothing is stored then
     */
    public boolean storeIds(
            ImportLease lease, PageKind kind, String ownerId, int page, List<String> ids, String nextLink) {
        return store(lease, new StoredPage(kind, ownerId, page, ids.size(), nextLink), PageContent.ofIds(ids));
    }

    /**
     * Stores who is to be read one by one, all at once.
     *
     * @param lease of the run
     * @param first the number of the first page
     * @param chunks the ids on each page, at least one page
     * @return false when another server has the run; nothing is stored then
     */
    public boolean storePlan(ImportLease lease, int first, List<List<String>> chunks) {
        List<byte[]> contents = chunks.stream().map(PageContent::ofIds).toList();
        List<Integer> amounts = chunks.stream().map(List::size).toList();
        return Conflicts.retried(() -> writer.storePlan(lease, first, amounts, contents));
    }

    /**
     * Forgets a list, for Okta no longer knows the link on its last page: it is read from its beginning again.
     *
     * @param lease of the run
     * @param kind of what
     * @param ownerId the group for {@link PageKind#MEMBERS}, otherwise empty
     * @return false when another server has the run; nothing is forgotten then
     */
    public boolean forget(ImportLease lease, PageKind kind, String ownerId) {
        return Conflicts.retried(() -> writer.forget(lease, kind, ownerId));
    }

    private boolean store(ImportLease lease, StoredPage page, byte[] content) {
        return Conflicts.retried(() -> writer.store(lease, page, content));
    }
}
