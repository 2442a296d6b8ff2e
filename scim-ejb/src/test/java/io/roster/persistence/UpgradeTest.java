package io.roster.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What an earlier version of Roster stored is found by this one as if it had been stored by it. */
@OnEachDatabase
class UpgradeTest {

    private static final String ID = "01900000-0000-7000-8000-000000000001";

    @Parameter
    TestDatabase database;

    private CountingDataSource old;

    /** A database as version 1 left it, with a person and a group. */
    private void prepare() throws SQLException {
        old = database.another("upgrade" + UUID.randomUUID().toString().substring(0, 8));
        new Migrations(old).migrate("1");
        execute("""
                insert into person (id, version, document, user_name_key, user_name, external_id, display_name_key, full_name,
                 full_name_key, family_name_key, active, source, created_at, modified_at) values ('%s', 3,
                 '{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"Ada Park","title":"Lead","emails":[
                 {"value":"Ada@Acme.example","type":"work"},{"value":"ada@home.example","primary":true}],"active":true}',
                 'ada park', 'Ada Park', 'x 1', null, 'Ada Park', 'ada park', null, true, 'OKTA', 0, 0)""".formatted(ID));
        execute("""
                insert into person_value (person_id, attribute, ordinal, value_key, type_key, is_primary)
                 values ('%s', 'emails', 0, 'ada@acme.example', 'work', false)""".formatted(ID));
        execute("""
                insert into directory_group (id, version, document, display_name, display_name_key, source, created_at,
                 modified_at) values ('g', 1, '{"displayName":"Voice Agents"}', 'Voice Agents', 'voice agents', 'OKTA', 0, 0)""");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = old.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> rows(String sql) {
        return Sql.of(sql).list(old, row -> row.getString(1));
    }

    @Test
    void rowsAndKeysAreThoseOfToday() throws SQLException {
        prepare();
        new Migrations(old).migrate();
        assertThat(rows("select attribute from person_value order by attribute, ordinal"))
                .containsExactly("emails", "emails", "title");
        assertThat(rows("select value_key from person_value where is_first = true order by value_key"))
                .containsExactly("ada@home.example", "lead");
        assertThat(rows("select user_name_key from person")).containsExactly(Keys.fold("Ada Park"));
        assertThat(rows("select full_name_key from person")).containsExactly(Keys.fold("Ada Park"));
        assertThat(rows("select external_id from person")).containsExactly(Keys.of("x 1"));
        assertThat(rows("select display_name_key from directory_group")).containsExactly(Keys.fold("Voice Agents"));
        assertThat(new Migrations(old).migrate()).isZero();
    }
}
