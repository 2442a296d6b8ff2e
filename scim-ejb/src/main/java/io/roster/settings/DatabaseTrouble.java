package io.roster.settings;

import java.sql.SQLException;

/** Says in a sentence why the database can't be used. */
final class DatabaseTrouble {
    private DatabaseTrouble() {}

    static RefusedSetting refusal(Exception failure, DatabaseSettings database) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                String sentence = sentence(sql, database);
                if (sentence != null) {
                    return new RefusedSetting(sentence, failure);
                }
            }
        }
        return new RefusedSetting(
                "The database of ROSTER_DB_URL '" + database.shown() + "' can't be brought up to date: "
                        + failure.getMessage(),
                failure);
    }

    /** Derby's reason hangs at the end of the chain of next exceptions, a pool's reason is the cause. */
    private static Throwable next(Throwable failure) {
        return failure instanceof SQLException sql && sql.getNextException() != null
                ? sql.getNextException()
                : failure.getCause();
    }

    /** Null when the state says too little. States: PostgreSQL appendix A, Derby Reference "SQL error messages". */
    private static String sentence(SQLException failure, DatabaseSettings database) {
        String shown = database.shown();
        String name = shown.replaceFirst(".*[/:]", "");
        String state = failure.getSQLState();
        if (state.startsWith("28")) {
            return "ROSTER_DB_USER '" + database.user()
                    + "' or ROSTER_DB_PASSWORD (its value is not shown) is not what the" + " database '" + shown
                    + "' of ROSTER_DB_URL accepts.";
        }
        if (state.equals("3D000")) {
            return "ROSTER_DB_URL is '" + shown + "', but that server has no such database; make it, for example with:"
                    + " createdb --owner " + database.user() + " " + name;
        }
        if (state.equals("42501")) {
            return "ROSTER_DB_USER '" + database.user() + "' may not make or change tables in the database '" + shown
                    + "' of ROSTER_DB_URL; let it own the database, for example with: alter database " + name
                    + " owner to "
                    + database.user();
        }
        if (state.equals("XSDB6")) {
            return "ROSTER_DB_URL is '" + shown
                    + "', but another process uses that Derby database; stop the other Roster,"
                    + " or give this one its own ROSTER_DATA_DIR.";
        }
        if (state.startsWith("XJ04") && failure.getNextException() == null) {
            return "ROSTER_DB_URL is '" + shown + "', but Derby can't open or make a database there: "
                    + failure.getMessage();
        }
        if (state.startsWith("08")) {
            return "ROSTER_DB_URL is '" + shown
                    + "', but no database answers there; start it, or set the right address, for"
                    + " example jdbc:postgresql://db.example.com:5432/roster.";
        }
        return null;
    }
}
