package io.roster.user;

import io.roster.persistence.Source;
import java.util.Locale;

/**
 * Which people to list, and in which order. Whatever is {@code null} does not narrow the list.
 *
 * @param search what the userName, the name, the family name, an email address or the extension begins with, in any case;
 *     or a phone number or part of one, however it is written
 * @param active true for active people only, false for deactivated ones only
 * @param source who owns the identity fields
 * @param service which service they must or must not have
 * @param sort the order
 * @param descending whether the order is turned round
 */
public record PeopleQuery(
        String search, Boolean active, Source source, ServiceCriterion service, Sort sort, boolean descending) {

    /** An order of people; ties are broken by id, so that pages never overlap. */
    public enum Sort {
        /** By what pages call the person. */
        NAME("full_name_key", "id"),
        /** By {@code userName}. */
        USER_NAME("user_name_key", "user_name_key"),
        /** By the time of the last change. */
        MODIFIED("modified_at", "id");

        private final String column;
        private final String key;

        Sort(String column, String key) {
            this.column = column;
            this.key = key;
        }

        /** The unique column that is read of a page: one that the index of this order holds, so that skipping is cheap. */
        String key() {
            return key;
        }

        /** Whether the index of this order begins at its end: the newest change first. */
        boolean descendingIndex() {
            return this == MODIFIED;
        }

        /** The index that has this order. */
        String index() {
            return "person_" + column.replaceAll("_(key|at)$", "");
        }

        /** @return the word used in addresses of pages */
        public String getKey() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @return whether the list is that of all people */
    public boolean isEverybody() {
        return search == null && active == null && source == null && service == null;
    }

    PeopleQuery reversed() {
        return new PeopleQuery(search, active, source, service, sort, !descending);
    }

    String orderBy() {
        String direction = descending ? " desc" : "";
        String order = " order by p." + sort.column + direction;
        return sort.key.equals(sort.column) ? order : order + ", p." + sort.key + direction;
    }
}
