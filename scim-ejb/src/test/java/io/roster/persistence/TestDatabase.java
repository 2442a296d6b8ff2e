package io.roster.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * The databases that Roster runs on, as tests meet them: started and migrated once, when first asked for, and then kept
 * for the whole test run. See {@link OnEachDatabase}.
 */
public enum TestDatabase {
    DERBY {
        @Override
        CountingDataSource open(String name) {
            return new CountingDataSource("jdbc:derby:memory:" + name + ";create=true", "", "");
        }
    },
    POSTGRESQL {
        private PostgresServer server;

        @Override
        CountingDataSource open(String name) throws SQLException {
            if (server == null) {
                // What a test wrote need not survive the machine
                server = PostgresServer.start("fsync=off", "full_page_writes=off");
            }
            return new CountingDataSource(server.createDatabase(name), server.user(), "");
        }
    };

    private CountingDataSource dataSource;
    private EntityManagerFactory entityManagers;
    private Tables tables;

    abstract CountingDataSource open(String name) throws SQLException;

    /** An empty database of its own beside the one that tests share. */
    public synchronized CountingDataSource another(String name) throws SQLException {
        return open(name);
    }

    /** The migrated database. Connections are pooled and their statements counted. */
    public synchronized CountingDataSource dataSource() {
        if (dataSource == null) {
            try {
                CountingDataSource opened = open("roster");
                new Migrations(opened).migrate();
                tables = Tables.of(opened);
                dataSource = opened;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return dataSource;
    }

    /** The persistence unit {@code roster} on this database, with transactions of its own instead of a server's. */
    public synchronized EntityManagerFactory entityManagers() {
        if (entityManagers == null) {
            Map<String, Object> settings = Map.of(
                    "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                    "jakarta.persistence.jtaDataSource", "",
                    "jakarta.persistence.nonJtaDataSource", dataSource(),
                    "eclipselink.target-server", "None");
            entityManagers = Persistence.createEntityManagerFactory("roster", settings);
        }
        return entityManagers;
    }

    /** Runs a block in one transaction: committed when it returns, rolled back when it throws. */
    public <T> T inTransaction(Function<EntityManager, T> block) {
        try (EntityManager entityManager = entityManagers().createEntityManager()) {
            entityManager.getTransaction().begin();
            try {
                T result = block.apply(entityManager);
                entityManager.getTransaction().commit();
                return result;
            } finally {
                if (entityManager.getTransaction().isActive()) {
                    entityManager.getTransaction().rollback();
                }
            }
        }
    }

    /** As {@link #inTransaction(Function)}, for a block without a result. */
    public void run(Consumer<EntityManager> block) {
        inTransaction(entityManager -> {
            block.accept(entityManager);
            return null;
        });
    }

    /**
     * A boundary for one transaction: its entity manager is the given one, and so is that of all it calls. Their data
     * source gives that transaction's connection, as a server's does.
     */
    public <T> T boundary(Class<T> type, EntityManager entityManager) {
        return boundaries(entityManager).get(type);
    }

    /** All boundaries of one transaction, to be given what else they need. */
    public Boundaries boundaries(EntityManager entityManager) {
        return new Boundaries()
                .with(EntityManager.class, entityManager)
                .with(DataSource.class, dataSource(entityManager))
                .with(CursorKey.class, new CursorKey(new byte[32]));
    }

    /** A data source that gives a transaction's connection, as a server's does within it. */
    public DataSource dataSource(EntityManager entityManager) {
        return TransactionDataSource.of(entityManager);
    }

    /** Calls a boundary in a transaction of its own, as a request does. */
    public <B, T> T call(Class<B> type, Function<B, T> call) {
        return inTransaction(entityManager -> call.apply(boundary(type, entityManager)));
    }

    /** Puts every table back to what the migrations left in it. */
    void clear() throws SQLException {
        dataSource();
        tables.restore();
        if (entityManagers != null) {
            entityManagers.getCache().evictAll();
        }
    }
}
