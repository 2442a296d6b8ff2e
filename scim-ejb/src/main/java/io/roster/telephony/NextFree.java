package io.roster.telephony;

import io.roster.persistence.DatabaseProduct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Finds free numbers that nobody else is about to take, without waiting for those who are. First those that nobody ever
 * had, in their order, then those that were released, the longest ago first.
 */
@Dependent
public class NextFree {

    @Resource(lookup = "jdbc/roster")
    private DataSource dataSource;

    /**
     * Looks for candidates. Whoever takes one still has to see that nobody was faster.
     *
     * @param within where
     * @param now in milliseconds since 1970
     * @param count how many at most
     * @return candidates in the order in which they are to be taken
     */
    List<String> find(Within within, long now, int count) {
        try (Connection connection = dataSource.getConnection()) {
            List<String> found = new ArrayList<>();
            read(connection, within, "free_from = 0", List.of(), count, found);
            if (found.isEmpty()) {
                read(connection, within, "free_from > 0 and free_from <= ?", List.of(now), count, found);
            }
            return found;
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private static void read(
            Connection connection, Within within, String free, List<Object> parameters, int count, List<String> found)
            throws SQLException {
        String column = within.kind().column();
        // Derby sorts all free ones otherwise; PostgreSQL takes the line for a comment.
        String sql =
                "select " + column + " from " + within.kind().table() + " --DERBY-PROPERTIES index=" + within.index()
                        + "\n where " + free + " and " + within.condition() + " order by free_from, " + column
                        + " fetch first ? rows only" + unlocked(connection);
        List<Object> all = new ArrayList<>(parameters);
        all.addAll(within.parameters());
        all.add(count);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < all.size(); i++) {
                statement.setObject(i + 1, all.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        }
    }

    // Both pass over rows that other transactions have taken and not committed: PostgreSQL by their locks, Derby
    // because
    // it is let see what they have written.
    private static String unlocked(Connection connection) throws SQLException {
        return DatabaseProduct.isPostgresql(connection) ? " for update skip locked" : " with ur";
    }
}
