package io.roster.telephony;

import io.roster.persistence.Sql;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import javax.sql.DataSource;

/** For how long what was released rests, so that callers of the one who had it do not reach somebody else. */
@Dependent
public class RestTimes {

    /** The longest rest, in days. */
    public static final int MOST = 3_650;

    @Resource(lookup = "jdbc/roster")
    private DataSource dataSource;

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    /**
     * @param kind which kind
     * @return the days, 0 to {@value #MOST}
     */
    int days(PoolKind kind) {
        return Sql.of("select days from rest_time where kind = ?", kind.name())
                .list(dataSource, row -> row.getInt(1))
                .get(0);
    }

    /** When the rest of something ends that is released now, in milliseconds since 1970. */
    long end(PoolKind kind, long now) {
        return now + Duration.ofDays(days(kind)).toMillis();
    }

    /** Part of the caller's transaction. What rests already keeps its time. */
    void change(PoolKind kind, int days) {
        if (days < 0 || days > MOST) {
            throw new NumberRefused(NumberRefused.Reason.REST_DAYS, MOST);
        }
        entities.createNativeQuery("update rest_time set days = ?1 where kind = ?2")
                .setParameter(1, days)
                .setParameter(2, kind.name())
                .executeUpdate();
    }
}
