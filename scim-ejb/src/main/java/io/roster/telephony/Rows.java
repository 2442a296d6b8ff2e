package io.roster.telephony;

import io.roster.persistence.Sql;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Small tables without entities, within the running transaction. */
@Dependent
class Rows {

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    @Resource(lookup = "jdbc/roster")
    private DataSource dataSource;

    /** Runs a statement with these values, none of them null, and returns how many rows it changed. */
    int change(String statement, Object... values) {
        Query query = entities.createNativeQuery(statement);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query.executeUpdate();
    }

    <T> List<T> list(String query, Sql.RowReader<T> reader, Object... values) {
        return Sql.of(query, values).list(dataSource, reader);
    }

    /** The first column of the first row. */
    Optional<String> text(String query, Object... values) {
        return list(query, row -> row.getString(1), values).stream().findFirst();
    }
}
