package io.roster.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseTroubleTest {
    private static final DatabaseSettings DATABASE =
            new DatabaseSettings("jdbc:postgresql://db:5432/roster?password=pssst", "scim", "pssst");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            08001 | ROSTER_DB_URL is 'jdbc:postgresql://db:5432/roster', but no database answers there
            08006 | no database answers there
            28P01 | ROSTER_DB_USER 'scim' or ROSTER_DB_PASSWORD (its value is not shown) is not what the database
            28000 | ROSTER_DB_USER 'scim' or ROSTER_DB_PASSWORD
            3D000 | that server has no such database; make it
            42501 | ROSTER_DB_USER 'scim' may not make or change tables in the database
            XSDB6 | another process uses that Derby database
            XX000 | can't be brought up to date: outer
            """)
    void saysWhatToDo(String state, String sentence) {
        var reason = new SQLException("inner", state);

        assertThat(DatabaseTrouble.refusal(new IllegalStateException("outer", reason), DATABASE))
                .hasMessageContaining("ROSTER_DB_")
                .hasMessageContaining(sentence)
                .hasRootCause(reason)
                .message()
                .doesNotContain("pssst");
    }

    @Test
    void derbysReasonIsTheLastOfItsChain() {
        var failure = new SQLException("Failed to start database '/data/db'", "XJ040");
        failure.setNextException(new SQLException("Another instance of Derby may have already booted it", "XSDB6"));

        assertThat(DatabaseTrouble.refusal(failure, DATABASE)).hasMessageContaining("another process uses");
    }
}
