package io.roster.imports;

import io.roster.persistence.Documents;
import io.roster.persistence.Sql;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Writes for {@link ImportMatching}: the candidates of a page and that the page is done, in one transaction, so that a kill
 * neither forgets nor repeats a page.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class MatchingWriter {

    private static final int SWEPT = 500;

    private static final String MATCHED =
            "update import_page set matched = true where run_id = ? and kind = ? and page = ? and matched = false";

    private static final String COUNT = "update import_run set %1$s = %1$s + ? where id = ?";

    private static final String TO_APPLY = """
        update import_run set to_apply = applied + refused + (select count(*) from import_candidate
          where preview = ? and state = 'CONFIRMED' and (run_id = ? or decided_by is not null)) where id = ?\
        """;

    @Resource(lookup = "jdbc/roster")
    private DataSource dataSource;

    /**
     * What a page comes to.
     *
     * @param run the run
     * @param resourceType {@code User} or {@code Group}
     * @param page its number
     * @param amount how many users or groups are on it
     * @param changes of candidates
     * @param contested candidates of other pages that become conflicts
     * @param members of groups, by Okta's id of the group: those that are to be added or removed
     */
    record Matched(
            MatchedRun run,
            String resourceType,
            int page,
            int amount,
            Collection<CandidateChange> changes,
            List<String> contested,
            Map<String, Map<String, Boolean>> members) {}

    /** Writes what a page came to; nothing where that was done already. */
    public Void write(Matched matched) {
        MatchedRun run = matched.run();
        boolean users = matched.resourceType().equals(CandidateStore.USER);
        try (Connection connection = dataSource.getConnection()) {
            long now = Documents.now().toEpochMilli();
            CandidateRowsWriter rows =
                    new CandidateRowsWriter(connection, run.preview(), run.id(), matched.resourceType(), now);
            if (rows.change(MATCHED, run.id(), users ? "USERS" : "GROUPS", matched.page()) == 0) {
                return null;
            }
            Map<String, String> ids = rows.write(matched.changes());
            rows.contested(matched.contested());
            rows.members(ids, matched.members());
            rows.change(COUNT.formatted(users ? "users_matched" : "groups_matched"), matched.amount(), run.id());
            return null;
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /**
     * Takes candidates away that this run, which saw everything, did not find: their users are assigned no more. What an
     * administrator ignores stays.
     *
     * @return how many, at most {@value #SWEPT}
     */
    public int sweep(MatchedRun run) {
        List<String> gone = Sql.of(
                        "select id from import_candidate where preview = '' and state in ('WAITING', 'CONFIRMED',"
                                + " 'REFUSED') and run_id <> ? fetch first ? rows only",
                        run.id(),
                        SWEPT)
                .list(dataSource, row -> row.getString(1));
        try (Connection connection = dataSource.getConnection()) {
            List<List<Object>> rows = new ArrayList<>();
            gone.forEach(id -> rows.add(List.of(id)));
            new CandidateRowsWriter(connection, run.preview(), run.id(), CandidateStore.USER, 0)
                    .execute("delete from import_candidate where id = ?", rows);
            return gone.size();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** Writes down how many candidates are to be applied, those that are done included. */
    public Void count(MatchedRun run) {
        try (Connection connection = dataSource.getConnection()) {
            new CandidateRowsWriter(connection, run.preview(), run.id(), CandidateStore.USER, 0)
                    .change(TO_APPLY, run.preview(), run.id(), run.id());
            return null;
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }
}
