package io.roster.user;

import io.roster.persistence.ValueLookup;
import javax.sql.DataSource;

/** Finds people by many values of an attribute at once. */
public final class PeopleByValue {

    private PeopleByValue() {}

    /**
     * @param dataSource where to read
     * @return a look-up among all people
     */
    public static ValueLookup in(DataSource dataSource) {
        return new ValueLookup(dataSource, UserListing.BINDINGS);
    }
}
