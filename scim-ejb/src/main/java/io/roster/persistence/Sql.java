package io.roster.persistence;

import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * A query in SQL that both databases know, for the reads that Okta asks for most: through an entity manager they cost
 * about twice as much (docs/decisions/0008). What is written goes through entities.
 *
 * @param text with a {@code ?} for each parameter
 * @param parameters strings, whole numbers and booleans, in the order of the text
 */
public record Sql(String text, List<Object> parameters) {

    /**
     * Makes something of the row that a result set stands on.
     *
     * @param <T> what
     */
    @FunctionalInterface
    public interface RowReader<T> {

        /**
         * @param row not to be moved or closed
         * @return what the row stands for
         * @throws SQLException as the row does
         */
        T read(ResultSet row) throws SQLException;
    }

    /**
     * A query with parameters.
     *
     * @param text with a {@code ?} for each parameter
     * @param parameters in the order of the text
     * @return the query
     */
    public static Sql of(String text, Object... parameters) {
        return new Sql(text, List.of(parameters));
    }

    /**
     * Runs the query; in the caller's transaction, where there is one and the data source is injected as shareable.
     *
     * @param dataSource where to run it
     * @param reader makes an element of each row
     * @param <T> what the reader makes
     * @return the elements in the order of the rows
     * @throws PersistenceException when the database fails; its cause is the {@link SQLException}
     */
    public <T> List<T> list(DataSource dataSource, RowReader<T> reader) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(text)) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<T> list = new ArrayList<>();
                while (rows.next()) {
                    list.add(reader.read(rows));
                }
                return list;
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /**
     * As many question marks as there are values, for {@code in}.
     *
     * @param count at least 1
     * @return such as {@code (?,?,?)}
     */
    public static String places(int count) {
        return "(" + "?,".repeat(count - 1) + "?)";
    }
}
