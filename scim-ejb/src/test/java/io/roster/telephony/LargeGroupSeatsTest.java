package io.roster.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.Sql;
import io.roster.persistence.TestDatabase;
import io.roster.scim.schema.SchemaRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** A large group has a licence. */
@OnEachDatabase
class LargeGroupSeatsTest {

    private static final int MEMBERS = 2_000;
    private static final int BATCHES = MEMBERS / SeatReconciliation.BATCH;

    @Parameter
    TestDatabase database;

    @Test
    void allOfThemGetASeatInBatchesOfAConstantNumberOfStatements() throws Exception {
        LicenseDirectory directory = new LicenseDirectory(database);
        directory.license("x6", MEMBERS - 10);
        String group = directory.group("Everybody").id();
        insertMembers(group);
        directory.rule("x6", group);
        int statements = database.dataSource().statementsOf(() -> {
            ReconciledSeats.run(database);
            return null;
        });
        assertThat(number("select seats_used from license")).isEqualTo(MEMBERS - 10);
        assertThat(number("select count(*) from license_seat where state = 'WAITING'"))
                .isEqualTo(10);
        int batch = (statements - 30) / BATCHES;
        assertThat(batch).as("statements of a batch").isLessThan(25);

        int again = database.dataSource().statementsOf(() -> {
            database.run(
                    entities -> database.boundary(PendingSeats.class, entities).leaveForAll("x6"));
            ReconciledSeats.run(database);
            return null;
        });
        assertThat(again).as("statements when nothing is to be done").isLessThan(25);
    }

    @Test
    void aPushToItPaysOneRow() throws Exception {
        LicenseDirectory directory = new LicenseDirectory(database);
        directory.license("x6", null);
        String ada = directory.person("ada");
        String plain = directory.group("Without a licence").id();
        String ruled = directory.group("With a licence").id();
        directory.rule("x6", ruled);
        int without = database.dataSource().statementsOf(() -> {
            directory.members(plain, ada);
            return null;
        });
        int with = database.dataSource().statementsOf(() -> {
            directory.members(ruled, ada);
            return null;
        });
        assertThat(with - without).isEqualTo(1);
    }

    private void insertMembers(String group) throws SQLException {
        List<String> ids = IntStream.range(0, MEMBERS)
                .mapToObj("01900000-0000-7000-8000-%012d"::formatted)
                .toList();
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement person = connection.prepareStatement(
                            "insert into person (id, version, document, user_name, user_name_key, full_name, full_name_key,"
                                    + " active, source, created_at, modified_at)"
                                    + " values (?, 1, ?, ?, ?, 'P', 'p', true, 'OKTA', 1, 1)");
                    PreparedStatement member = connection.prepareStatement(
                            "insert into membership (group_id, member_id, member_type, added_at) values (?, ?, 'User', 1)")) {
                for (String id : ids) {
                    person.setString(1, id);
                    person.setString(
                            2,
                            "{\"schemas\":[\"" + SchemaRegistry.USER + "\"],\"userName\":\"" + id
                                    + "\",\"active\":true}");
                    person.setString(3, id);
                    person.setString(4, id);
                    person.addBatch();
                    member.setString(1, group);
                    member.setString(2, id);
                    member.addBatch();
                }
                person.executeBatch();
                member.executeBatch();
            }
            connection.commit();
        }
    }

    private int number(String sql) {
        return Sql.of(sql).list(database.dataSource(), row -> row.getInt(1)).get(0);
    }
}
