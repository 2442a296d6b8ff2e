package io.roster.schema;

import io.roster.persistence.Sql;
import io.roster.scim.schema.AttributeDefinition;
import io.roster.scim.schema.AttributeDefinition.Type;
import io.roster.scim.schema.SchemaRegistry;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/**
 * What this server knows of the schemas. At most once a second it asks the database whether they were changed, in the
 * request that happens to come first, and reads them again if so: a change by another server is in use a second later.
 */
@ApplicationScoped
public class CurrentSchemas {

    private static final long TRUSTED_NANOS = Duration.ofSeconds(1).toNanos();
    private static final String ATTRIBUTES = "select resource_type, name, type, multi_valued, required, case_exact,"
            + " canonical_values, description from own_attribute order by id";

    private record Known(long version, SchemaRegistry registry, long checked, boolean trusted) {}

    private record Own(String resourceType, OwnCharacteristics characteristics) {}

    private final ReentrantLock checking = new ReentrantLock();

    @Resource(lookup = "jdbc/roster", shareable = false)
    private DataSource dataSource;

    private volatile Known known;

    /** @return the schemas, those of a second ago at worst */
    public SchemaRegistry registry() {
        Known last = known;
        if (last != null && last.trusted && System.nanoTime() - last.checked < TRUSTED_NANOS) {
            return last.registry;
        }
        // One request checks, while others go on with what is known: nobody waits but at the start.
        if (last != null && last.trusted && checking.isLocked()) {
            return last.registry;
        }
        checking.lock();
        try {
            if (known == last) {
                known = check(last);
            }
            return known.registry;
        } finally {
            checking.unlock();
        }
    }

    /** Makes the next request ask the database: on the server that changed the schemas the change is in use at once. */
    public void expire() {
        checking.lock();
        try {
            if (known != null) {
                known = new Known(known.version, known.registry, known.checked, false);
            }
        } finally {
            checking.unlock();
        }
    }

    // The version first: what is written in between is read now and again at the next check, but never missed.
    private Known check(Known last) {
        long now = System.nanoTime();
        long version = Sql.of("select version from schema_version where id = ?", 1)
                .list(dataSource, row -> row.getLong(1))
                .get(0);
        SchemaRegistry registry = last != null && last.version == version ? last.registry : read();
        return new Known(version, registry, now, true);
    }

    private SchemaRegistry read() {
        List<Own> own = Sql.of(ATTRIBUTES)
                .list(
                        dataSource,
                        row -> new Own(
                                row.getString(1),
                                new OwnCharacteristics(
                                        row.getString(2),
                                        Type.valueOf(row.getString(3)),
                                        row.getBoolean(4),
                                        row.getBoolean(5),
                                        row.getBoolean(6),
                                        OwnCharacteristics.fromText(row.getString(7)),
                                        row.getString(8))));
        return own.isEmpty()
                ? SchemaRegistry.standard()
                : SchemaRegistry.standard().with(of("User", own), of("Group", own));
    }

    private static List<AttributeDefinition> of(String resourceType, List<Own> own) {
        return own.stream()
                .filter(attribute -> attribute.resourceType.equals(resourceType))
                .map(attribute -> attribute.characteristics.definition())
                .toList();
    }
}
