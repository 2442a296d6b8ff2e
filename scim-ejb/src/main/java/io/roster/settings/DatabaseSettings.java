package io.roster.settings;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Which database Roster uses.
 *
 * @param url ROSTER_DB_URL; Derby in the data directory when it is not set
 * @param user ROSTER_DB_USER
 * @param password ROSTER_DB_PASSWORD, may be empty
 */
public record DatabaseSettings(String url, String user, String password) {
    private static final Pattern POSTGRESQL = Pattern.compile("jdbc:postgresql:[^\\s]+");
    private static final Pattern DERBY = Pattern.compile("jdbc:derby:[^;]+(;.*)?");

    static DatabaseSettings of(Variables variables, Path dataDirectory) {
        String example = "jdbc:postgresql://db.example.com:5432/roster";
        String url =
                variables.text("ROSTER_DB_URL", "jdbc:derby:" + dataDirectory.resolve("db") + ";create=true", example);
        if (!POSTGRESQL.matcher(url).matches() && !DERBY.matcher(url).matches()) {
            throw Variables.refused(
                    "ROSTER_DB_URL", withoutParameters(url), "the JDBC URL of a PostgreSQL database", example);
        }
        String user = variables.text("ROSTER_DB_USER", "roster", "a user of the database, for example roster");
        String password = variables.lookup().apply("ROSTER_DB_PASSWORD");
        return new DatabaseSettings(url, user, password == null ? "" : password);
    }

    /** The URL without its parameters, which may hold a password. */
    public String shown() {
        return withoutParameters(url);
    }

    public boolean derby() {
        return DERBY.matcher(url).matches();
    }

    @Override
    public String toString() {
        return shown();
    }

    private static String withoutParameters(String url) {
        return url.replaceFirst("[?;].*", "").replaceFirst("//[^/]*@", "//…@");
    }
}
