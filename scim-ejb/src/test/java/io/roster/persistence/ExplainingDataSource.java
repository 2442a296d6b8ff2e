package io.roster.persistence;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Remembers the statements that are prepared on it with their parameters, and asks the database for their plans. */
public final class ExplainingDataSource {

    private static final Pattern POSTGRESQL_SCAN =
            Pattern.compile("Seq Scan on (person|person_value|directory_group|membership)\\b");
    private static final Pattern DERBY_SCAN =
            Pattern.compile("Table Scan ResultSet for (PERSON|PERSON_VALUE|DIRECTORY_GROUP|MEMBERSHIP) ");

    private record Prepared(String sql, TreeMap<Integer, Object> parameters) {}

    private final TestDatabase database;
    private final List<Prepared> statements = new ArrayList<>();
    private String plans;

    public ExplainingDataSource(TestDatabase database) {
        this.database = database;
    }

    /** Brings the statistics up to date by which plans are chosen. */
    public static void analyze(TestDatabase database) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            if (database == TestDatabase.POSTGRESQL) {
                statement.execute("analyze");
                return;
            }
            for (String table : List.of("PERSON", "PERSON_VALUE", "DIRECTORY_GROUP", "MEMBERSHIP")) {
                statement.execute("call syscs_util.syscs_update_statistics('APP', '" + table + "', null)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where the statements to be explained are to run. */
    public DataSource dataSource() {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            Connection connection = (Connection) invoke(database.dataSource(), method, arguments);
            return proxy(Connection.class, (inner, called, given) -> {
                Object result = invoke(connection, called, given);
                return result instanceof PreparedStatement statement
                        ? remembering(statement, new Prepared((String) given[0], new TreeMap<>()))
                        : result;
            });
        });
    }

    private PreparedStatement remembering(PreparedStatement statement, Prepared prepared) {
        statements.add(prepared);
        return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
            if (method.getName().equals("setObject")) {
                prepared.parameters().put((Integer) arguments[0], arguments[1]);
            }
            return invoke(statement, method, arguments);
        });
    }

    /** The tables that a statement reads without an index. */
    public List<String> tablesReadWhole() {
        Pattern scan = database == TestDatabase.POSTGRESQL ? POSTGRESQL_SCAN : DERBY_SCAN;
        List<String> tables = new ArrayList<>();
        Matcher matcher = scan.matcher(plans());
        while (matcher.find()) {
            tables.add(matcher.group(1));
        }
        return tables;
    }

    /** All plans as the database tells them. */
    public String plans() {
        if (plans == null) {
            plans = statements.stream().map(this::plan).collect(Collectors.joining("\n"));
        }
        return plans;
    }

    private String plan(Prepared prepared) {
        try (Connection connection = database.dataSource().getConnection()) {
            return database == TestDatabase.POSTGRESQL
                    ? postgresqlPlan(connection, prepared)
                    : derbyPlan(connection, prepared);
        } catch (SQLException e) {
            throw new IllegalStateException(prepared.sql(), e);
        }
    }

    // Small tables are read whole whatever indexes there are, unless that is made dear.
    private static String postgresqlPlan(Connection connection, Prepared prepared) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set enable_seqscan = off");
            try {
                return lines(connection, "explain " + prepared.sql(), prepared);
            } finally {
                statement.execute("set enable_seqscan = on");
            }
        }
    }

    private static String derbyPlan(Connection connection, Prepared prepared) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("call syscs_util.syscs_set_runtimestatistics(1)");
            lines(connection, prepared.sql(), prepared);
            try (ResultSet plan = statement.executeQuery("values syscs_util.syscs_get_runtimestatistics()")) {
                plan.next();
                return plan.getString(1);
            } finally {
                statement.execute("call syscs_util.syscs_set_runtimestatistics(0)");
            }
        }
    }

    private static String lines(Connection connection, String sql, Prepared prepared) throws SQLException {
        StringBuilder lines = new StringBuilder(sql).append('\n');
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (var parameter : prepared.parameters().entrySet()) {
                statement.setObject(parameter.getKey(), parameter.getValue());
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    lines.append(rows.getString(1)).append('\n');
                }
            }
        }
        return lines.toString();
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
