package io.roster.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.persistence.Boundaries;
import io.roster.persistence.Documents;
import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.TestDatabase;
import io.roster.persistence.TransactionDataSource;
import io.roster.scim.patch.PatchOperation;
import io.roster.scim.protocol.Preconditions;
import io.roster.scim.protocol.ScimException;
import io.roster.user.Users;
import jakarta.ejb.SessionContext;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** API tokens that belong to a person. */
@OnEachDatabase
class ApiTokensTest {

    private static final Caller OKTA = new Caller(Caller.Kind.TOKEN, "t1", "Okta", Scope.WRITE, null);
    private static final String SCHEMA = "\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"]";
    private static final String OFF =
            "{\"Operations\":[{\"op\":\"replace\",\"path\":\"active\",\"value\":false}],\"schemas\":"
                    + "[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"]}";

    @Parameter
    TestDatabase database;

    private String ada;

    @BeforeEach
    void aPerson() {
        ada = database.call(
                        Users.class,
                        users -> users.create(
                                OKTA,
                                Documents.parse("{" + SCHEMA + ",\"userName\":\"Ada@acme.example\"}"),
                                Preconditions.NONE))
                .id();
    }

    private <T> T call(Function<ApiTokens, T> call) {
        Principal administrator = () -> "admin";
        Object session = Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {SessionContext.class},
                (proxy, method, arguments) -> administrator);
        return database.inTransaction(entities -> call.apply(new Boundaries()
                .with(EntityManager.class, entities)
                .with(DataSource.class, TransactionDataSource.of(entities))
                .with(SessionContext.class, (SessionContext) session)
                .get(ApiTokens.class)));
    }

    private String issue(String userName) {
        return call(tokens -> tokens.issue("phone", Scope.WRITE, null, userName))
                .secret();
    }

    private Caller authenticate(String secret) {
        return call(tokens -> tokens.authenticate("Bearer " + secret));
    }

    private TokenOwner listedOwner() {
        return call(ApiTokens::list).get(0).owner();
    }

    private void deactivate() {
        database.call(
                Users.class,
                users -> users.patch(OKTA, ada, PatchOperation.parse(Documents.parse(OFF)), Preconditions.NONE));
    }

    private void delete() {
        database.call(Users.class, users -> {
            users.delete(OKTA, ada, Preconditions.NONE);
            return null;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada@acme.example", " ADA@ACME.EXAMPLE "})
    void belongsToThePersonOfThatUserName(String userName) {
        TokenOwner owner = new TokenOwner(ada, "Ada@acme.example", true);
        Caller caller = authenticate(issue(userName));
        assertThat(caller.person()).isEqualTo(owner);
        assertThat(caller.requirePerson()).isEqualTo(ada);
        assertThat(caller.withRequestId("r").person()).isEqualTo(owner);
        assertThat(listedOwner()).isEqualTo(owner);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void belongsToNobody(String userName) {
        Caller caller = authenticate(issue(userName));
        assertThat(caller.person()).isNull();
        assertThatThrownBy(caller::requirePerson)
                .isInstanceOfSatisfying(ScimException.class, refusal -> assertThat(refusal.status())
                        .isEqualTo(404))
                .hasMessageContainingAll("phone", "belongs to no person");
        assertThat(listedOwner()).isNull();
    }

    @Test
    void nobodyOfThatNameAndNobodyWhoMayNotActGetsOne() {
        assertThatThrownBy(() -> issue("eve"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("token.person.unknown");
        deactivate();
        assertThatThrownBy(() -> issue("ada@acme.example"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("token.person.inactive");
        assertThat(call(ApiTokens::list)).isEmpty();
    }

    @Test
    void isRefusedWhenThePersonIsDeactivated() {
        String secret = issue("ada@acme.example");
        deactivate();
        assertThatThrownBy(() -> authenticate(secret))
                .isInstanceOfSatisfying(ScimException.class, refusal -> assertThat(refusal.status())
                        .isEqualTo(401))
                .hasMessageContainingAll("phone", "Ada@acme.example", "deactivated");
        assertThat(listedOwner().active()).isFalse();
    }

    @Test
    void isRefusedWhenThePersonIsDeleted() {
        String secret = issue("ada@acme.example");
        delete();
        assertThatThrownBy(() -> authenticate(secret))
                .isInstanceOfSatisfying(ScimException.class, refusal -> assertThat(refusal.status())
                        .isEqualTo(401))
                .hasMessageContainingAll("phone", "deleted");
        assertThat(listedOwner()).isEqualTo(new TokenOwner(ada, null, false));
        assertThat(listedOwner().isDeleted()).isTrue();
    }
}
