package io.roster.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    @Test
    void everythingHasADefaultButTheSecrets() {
        Settings settings = Settings.of(name -> null);

        assertThat(settings.host()).isEqualTo("localhost");
        assertThat(settings.httpPort()).isEqualTo(9080);
        assertThat(settings.httpsPort()).isEqualTo(9443);
        assertThat(settings.dataDirectory()).isEqualTo(Path.of("roster-data").toAbsolutePath());
        assertThat(settings.database().url()).isEqualTo("jdbc:derby:" + settings.dataDirectory() + "/db;create=true");
        assertThat(settings.database().derby()).isTrue();
        assertThat(settings.database().password()).isEmpty();
        assertThat(settings.bootstrapToken()).isEmpty();
        assertThat(settings.bootstrapAdminPassword()).isEmpty();
        assertThat(settings.secretKey()).isEmpty();
        assertThat(settings.publicUrl()).isEmpty();
        assertThat(settings.keepDeleted()).isEqualTo(Duration.ofDays(30));
        assertThat(settings.keepAudit()).isEqualTo(Duration.ofDays(400));
    }

    @Test
    void takesWhatIsSet() {
        var variables = new HashMap<String, String>();
        variables.put("ROSTER_HOST", "0.0.0.0");
        variables.put("ROSTER_HTTP_PORT", " 8080 ");
        variables.put("ROSTER_HTTPS_PORT", "8443");
        variables.put("ROSTER_DATA_DIR", "/var/lib/roster/./x/..");
        variables.put("ROSTER_DB_URL", "jdbc:postgresql://db:5432/roster?ssl=true");
        variables.put("ROSTER_DB_USER", "scim");
        variables.put("ROSTER_DB_PASSWORD", " ${not} an expression ");
        variables.put("ROSTER_BOOTSTRAP_SCIM_TOKEN", "0123456789abcdef");
        variables.put("ROSTER_BOOTSTRAP_ADMIN_PASSWORD", "");
        variables.put("ROSTER_SECRET_KEY", KEY);
        variables.put("ROSTER_PUBLIC_URL", "https://roster.example.com/sub//");
        variables.put("ROSTER_KEEP_DELETED_DAYS", "1");
        variables.put("ROSTER_KEEP_AUDIT_DAYS", "3650");

        Settings settings = Settings.of(variables::get);

        assertThat(settings.host()).isEqualTo("0.0.0.0");
        assertThat(settings.httpPort()).isEqualTo(8080);
        assertThat(settings.httpsPort()).isEqualTo(8443);
        assertThat(settings.dataDirectory()).isEqualTo(Path.of("/var/lib/roster"));
        assertThat(settings.database())
                .isEqualTo(new DatabaseSettings(
                        "jdbc:postgresql://db:5432/roster?ssl=true", "scim", " ${not} an expression "));
        assertThat(settings.database().derby()).isFalse();
        assertThat(settings.bootstrapToken()).contains("0123456789abcdef");
        assertThat(settings.bootstrapAdminPassword()).isEmpty();
        assertThat(settings.secretKey().orElseThrow().bytes()).hasSize(32).startsWith(0, 1, 2);
        assertThat(settings.publicUrl()).contains(URI.create("https://roster.example.com/sub"));
        assertThat(settings.keepDeleted()).isEqualTo(Duration.ofDays(1));
        assertThat(settings.keepAudit()).isEqualTo(Duration.ofDays(3650));
        assertThat(settings.toString()).doesNotContain("0123456789abcdef", "${not}", KEY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ROSTER_HTTP_PORT  | abc        | ROSTER_HTTP_PORT is 'abc', but it must be a whole number from 1 to 65535, for example 9080.
            ROSTER_HTTP_PORT  | 0          | whole number from 1 to 65535
            ROSTER_HTTP_PORT  | 65536      | whole number from 1 to 65535
            ROSTER_HTTP_PORT  | -1         | whole number from 1 to 65535
            ROSTER_HTTP_PORT  | 80.0       | whole number from 1 to 65535
            ROSTER_HTTP_PORT  | 99999999999| whole number from 1 to 65535
            ROSTER_HTTP_PORT  | ''         | ROSTER_HTTP_PORT is set but empty
            ROSTER_HTTPS_PORT | x          | ROSTER_HTTPS_PORT is 'x'
            ROSTER_HTTPS_PORT | 9080       | and so is ROSTER_HTTP_PORT; the two must differ
            ROSTER_HOST       | ' '        | ROSTER_HOST is set but empty
            ROSTER_HOST       | http://x   | ROSTER_HOST is 'http://x', but it must be a host name
            ROSTER_HOST       | a b        | must be a host name
            ROSTER_HOST       | host:80    | must be a host name
            ROSTER_DATA_DIR   | data       | must be the absolute path of a directory
            ROSTER_DATA_DIR   | /a;b       | without a semicolon
            ROSTER_DATA_DIR   | ''         | ROSTER_DATA_DIR is set but empty
            ROSTER_DB_URL     | jdbc:mysql://db/roster | must be the JDBC URL of a PostgreSQL database
            ROSTER_DB_URL     | postgres://db/roster   | jdbc:postgresql://db.example.com:5432/roster
            ROSTER_DB_URL     | ''         | ROSTER_DB_URL is set but empty
            ROSTER_DB_USER    | ''         | ROSTER_DB_USER is set but empty
            ROSTER_PUBLIC_URL | roster.example.com      | ROSTER_PUBLIC_URL is 'roster.example.com', but it must be an http or https URL
            ROSTER_PUBLIC_URL | ftp://roster.example.com | must be an http or https URL
            ROSTER_PUBLIC_URL | https://r.example.com/?a | without user, query and fragment
            ROSTER_PUBLIC_URL | https:// r               | must be an http or https URL
            ROSTER_PUBLIC_URL | https:///path            | must be an http or https URL
            ROSTER_KEEP_DELETED_DAYS | 0   | ROSTER_KEEP_DELETED_DAYS is '0', but it must be a whole number from 1 to 36500, for example 30.
            ROSTER_KEEP_AUDIT_DAYS | never | for example 400.
            ROSTER_IMPORT_PATIENCE_MINUTES | 1441 | from 1 to 1440, for example 30.
            """)
    void refusesWithASentence(String name, String value, String sentence) {
        assertThatThrownBy(() -> Settings.of(Map.of(name, value)::get))
                .isInstanceOf(RefusedSetting.class)
                .hasMessageContaining(name)
                .hasMessageContaining(sentence)
                .hasMessageMatching("[^\\n]+\\.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ROSTER_BOOTSTRAP_SCIM_TOKEN     | short              | short              | 8 to 200 visible ASCII characters
            ROSTER_BOOTSTRAP_SCIM_TOKEN     | with blank in it   | with blank in it   | without a blank
            ROSTER_BOOTSTRAP_SCIM_TOKEN     | zeichenfölge       | zeichenfölge       | visible ASCII
            ROSTER_BOOTSTRAP_ADMIN_PASSWORD | päßword            | päßword            | 8 to 200 characters
            ROSTER_SECRET_KEY               | not base64 at all! | not base64 at all! | openssl rand -base64 32
            ROSTER_SECRET_KEY               | c2hvcnQ=           | c2hvcnQ=           | 32 random bytes in base64
            ROSTER_DB_URL                   | jdbc:db2://db/r?password=pssst | pssst  | 'jdbc:db2://db/r'
            ROSTER_PUBLIC_URL               | https://me:pssst@example.com   | pssst  | 'https://…@example.com'
            """)
    void neverShowsASecret(String name, String value, String secret, String sentence) {
        assertThatThrownBy(() -> Settings.of(Map.of(name, value)::get))
                .isInstanceOf(RefusedSetting.class)
                .hasMessageContaining(name)
                .hasMessageContaining(sentence)
                .message()
                .doesNotContain(secret);
    }
}
