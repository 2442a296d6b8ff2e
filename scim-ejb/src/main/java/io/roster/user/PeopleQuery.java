package io.roster.user;

import io.roster.persistence.Source;
import java.util.Locale;

/**
 * Which people to list, and in which order. Whatever is {@code null} does not narrow the list.
 *
 * @param search what the userName, the name, the family name or an email address begins with, in any case
 * @param active true for active people only, false for deactivated ones only
 * @param source who owns the identity fields
 * @param sort the order
 * @param descending whether the order is turned round
 */
public record PeopleQuery(String search, Boolean active, Source source, Sort sort, boolean descending) {

    /** An order of people; ties are broken by id, so that pages never overlap. */
    public enum Sort {
        /** By what pages call the person. */
        NAME("full_name_key"),
        /** By {@code userName}. */
        USER_NAME("user_name_key"),
        /** By the time of the last change. */
        MODIFIED("modified_at");

        private final String column;

        Sort(String column) {
            this.column = column;
        }

        /** @return the word used in addresses of pages */
        public String getKey() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @return whether the list is that of all people */
    public boolean isEverybody() {
        return search == null && active == null && source == null;
    }

    PeopleQuery reversed() {
        return new PeopleQuery(search, active, source, sort, !descending);
    }

    String orderBy() {
        String direction = descending ? " desc" : "";
        return " order by p." + sort.column + direction + ", p.id" + direction;
    }
}
