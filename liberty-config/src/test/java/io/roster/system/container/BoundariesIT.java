package io.roster.system.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.access.ApiTokens;
import io.roster.access.Caller;
import io.roster.access.IssuedToken;
import io.roster.access.Scope;
import io.roster.attribute.AttributeRefusal;
import io.roster.attribute.OwnAttributes;
import io.roster.entitlement.EntitlementRefused;
import io.roster.entitlement.EntitlementType;
import io.roster.entitlement.Entitlements;
import io.roster.schema.OwnAttribute;
import io.roster.schema.OwnCharacteristics;
import io.roster.scim.protocol.Preconditions;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.schema.AttributeDefinition.Type;
import io.roster.user.Users;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What only a container does for the boundaries: roles, transactions, and the batch job. */
@ExtendWith({PreparedServer.class, ArquillianExtension.class})
class BoundariesIT {
    private static final Caller OKTA = new Caller(Caller.Kind.TOKEN, "1", "in-container", Scope.WRITE, null);

    @EJB
    ApiTokens tokens;

    @EJB
    OwnAttributes attributes;

    @EJB
    Users users;

    @EJB
    Entitlements entitlements;

    @Inject
    UserTransaction transaction;

    @Inject
    HttpServletRequest request;

    @Deployment
    static EnterpriseArchive deployment() {
        return TestedEar.with(BoundariesIT.class, PreparedServer.class);
    }

    @Test
    void aStrangerMayNotIssueATokenNorSeeThem() {
        assertThrows(EJBAccessException.class, () -> tokens.issue("x", Scope.READ, null, null));
        assertThrows(EJBAccessException.class, () -> tokens.list());
        assertThrows(EJBAccessException.class, () -> tokens.revoke("x"));
    }

    @Test
    void whoHasNoRoleMayNotEither() throws ServletException {
        as("nobody", () -> {
            assertThrows(EJBAccessException.class, () -> tokens.list());
            assertThrows(EJBAccessException.class, () -> tokens.issue("x", Scope.READ, null, null));
        });
    }

    @Test
    void anAuditorReadsButDoesNotIssue() throws ServletException {
        as("auditor", () -> {
            assertTrue(tokens.list().size() > 0);
            assertThrows(EJBAccessException.class, () -> tokens.issue("x", Scope.READ, null, null));
            assertThrows(EJBAccessException.class, () -> tokens.revoke("x"));
        });
    }

    @Test
    void anAuditorSeesRolesButDoesNotChangeThem() throws ServletException {
        assertThrows(EJBAccessException.class, () -> entitlements.list(EntitlementType.ROLE));
        as("auditor", () -> {
            assertTrue(entitlements.find(EntitlementType.ROLE, "none").isEmpty());
            assertThrows(EJBAccessException.class, () -> entitlements.add(EntitlementType.ROLE, "a", "A", null, null));
            assertThrows(
                    EJBAccessException.class, () -> entitlements.change(EntitlementType.ROLE, "a", 1, "A", null, null));
            assertThrows(EJBAccessException.class, () -> entitlements.delete(EntitlementType.ROLE, "a", 1));
        });
    }

    @Test
    void anAdministratorAddsARoleOnce() throws ServletException {
        as("administrator", () -> {
            String id = "r" + UUID.randomUUID().toString().substring(1);
            entitlements.add(EntitlementType.ROLE, id, "Phone administrator", null, null);
            EntitlementRefused refused = assertThrows(
                    EntitlementRefused.class, () -> entitlements.add(EntitlementType.ROLE, id, "Another", null, null));
            assertEquals(EntitlementRefused.Reason.TAKEN, refused.reason());
        });
    }

    @Test
    void anAuditorReadsAttributesAndAnAdministratorDefinesThem() throws ServletException {
        OwnCharacteristics asked =
                new OwnCharacteristics("inContainer", Type.STRING, false, false, false, List.of(), "");
        as("auditor", () -> {
            assertEquals(List.of(), attributes.list("User"));
            assertThrows(EJBAccessException.class, () -> attributes.define("User", asked));
            assertThrows(EJBAccessException.class, () -> attributes.change("x", 1, asked));
            assertThrows(EJBAccessException.class, () -> attributes.delete("x"));
        });
        as("administrator", () -> {
            OwnAttribute defined = attributes.define("User", asked);
            assertEquals(0, attributes.having(defined));
            assertThrows(AttributeRefusal.class, () -> attributes.define("User", asked));
            assertThrows(AttributeRefusal.class, () -> attributes.change(defined.getId(), 99, asked));
            attributes.delete(defined.getId());
            assertEquals(List.of(), attributes.list("User"));
        });
    }

    @Test
    void anAdministratorIssuesATokenThatServesUntilItIsRevoked() throws ServletException {
        as("administrator", () -> {
            IssuedToken issued = tokens.issue("in-container", Scope.READ, null, null);
            Caller caller = tokens.authenticate("Bearer " + issued.secret());
            assertThrows(ScimException.class, () -> users.create(caller, user("reader"), Preconditions.NONE));
            tokens.revoke(issued.token().getId());
            ScimException refused =
                    assertThrows(ScimException.class, () -> tokens.authenticate("Bearer " + issued.secret()));
            assertEquals(401, refused.status());
        });
    }

    @Test
    void whatIsRolledBackNeverWas() throws Exception {
        as("administrator", () -> {
            int before = tokens.list().size();
            try {
                transaction.begin();
                tokens.issue("rolled back", Scope.READ, null, null);
                transaction.rollback();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            assertEquals(before, tokens.list().size());
        });
    }

    @Test
    void aRefusalComesAsItIsAndLeavesNoRow() throws Exception {
        JsonObject ada = user("ada-" + UUID.randomUUID());
        String id = users.create(OKTA, ada, Preconditions.NONE).id();
        ScimException refused = assertThrows(ScimException.class, () -> users.create(OKTA, ada, Preconditions.NONE));
        assertEquals(409, refused.status());
        assertEquals(1, count("select count(*) from audit_event where resource_id = ? and action = 'CREATED'", id));
        assertEquals(1, count("select count(*) from person where user_name = ?", ada.getString("userName")));
    }

    @Test
    void theRetentionJobRemovesWhatIsOldAndNothingElse() throws Exception {
        String old = UUID.randomUUID().toString();
        String young = UUID.randomUUID().toString();
        Instant limit = Instant.parse("2020-01-01T00:00:00Z");
        tombstone(old, limit.minusMillis(1));
        tombstone(young, limit);
        retention(limit, limit);
        assertEquals(0, count("select count(*) from tombstone where id = ?", old));
        assertEquals(1, count("select count(*) from tombstone where id = ?", young));
    }

    @Test
    void theRuntimeForgetsJobsThatEnded() throws Exception {
        Instant limit = Instant.parse("2020-01-01T00:00:00Z");
        long ended = retention(limit, limit);
        assertEquals(1, count("select count(*) from wlpjobexecution where jobexecid = ?", ended));
        retention(limit, Instant.now().plusSeconds(60));
        assertEquals(0, count("select count(*) from wlpstepthreadexecution where fk_jobexecid = ?", ended));
        assertEquals(0, count("select count(*) from wlpjobparameter where fk_jobexecid = ?", ended));
        assertEquals(0, count("select count(*) from wlpjobexecution where jobexecid = ?", ended));
    }

    private static long retention(Instant before, Instant jobsBefore) throws InterruptedException {
        Properties parameters = new Properties();
        parameters.setProperty("deletedBefore", before.toString());
        parameters.setProperty("eventsBefore", before.toString());
        parameters.setProperty("jobsBefore", jobsBefore.toString());
        JobOperator operator = BatchRuntime.getJobOperator();
        long execution = operator.start("retention", parameters);
        for (int i = 0; i < 300 && running(operator, execution); i++) {
            Thread.sleep(100);
        }
        assertEquals(BatchStatus.COMPLETED, operator.getJobExecution(execution).getBatchStatus());
        return execution;
    }

    private static boolean running(JobOperator operator, long execution) {
        BatchStatus status = operator.getJobExecution(execution).getBatchStatus();
        return status == BatchStatus.STARTING || status == BatchStatus.STARTED;
    }

    private void as(String user, Runnable work) throws ServletException {
        request.login(user, PreparedServer.PASSWORD);
        try {
            work.run();
        } finally {
            request.logout();
        }
    }

    private static JsonObject user(String userName) {
        return Json.createObjectBuilder()
                .add("schemas", Json.createArrayBuilder().add("urn:ietf:params:scim:schemas:core:2.0:User"))
                .add("userName", userName)
                .build();
    }

    private static void tombstone(String id, Instant deleted) throws NamingException, SQLException {
        try (Connection connection = dataSource().getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into tombstone"
                                + " (id, resource_type, name, document, deleted_at, deleted_by) values (?, 'User', 'x', '{}', ?, 'x')")) {
            insert.setString(1, id);
            insert.setLong(2, deleted.toEpochMilli());
            insert.executeUpdate();
        }
    }

    private static int count(String query, Object value) throws NamingException, SQLException {
        try (Connection connection = dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setObject(1, value);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private static DataSource dataSource() throws NamingException {
        return InitialContext.doLookup("jdbc/roster");
    }
}
