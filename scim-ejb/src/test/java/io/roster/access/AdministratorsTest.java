package io.roster.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.persistence.Boundaries;
import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.TestDatabase;
import jakarta.persistence.EntityManager;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class AdministratorsTest {

    private static final String HERE = "192.0.2.1";

    @Parameter
    TestDatabase database;

    @Test
    void theFirstStartMakesARandomPasswordWhereNoneIsGiven() {
        String password =
                call(administrators -> administrators.ensureBootstrap(null)).orElseThrow();
        assertThat(password).hasSizeGreaterThanOrEqualTo(16);
        assertThat(signIn("admin", password))
                .get()
                .extracting(Administrator::getRole)
                .isEqualTo(Roles.ADMINISTRATOR);
        assertThat(call(administrators -> administrators.ensureBootstrap(null))).isEmpty();
        assertThat(signIn("Admin", password)).isPresent();
    }

    @Test
    void aPasswordThatIsGivenCountsFromThenOn() {
        assertThat(call(administrators -> administrators.ensureBootstrap("first")))
                .isEmpty();
        assertThat(call(administrators -> administrators.ensureBootstrap("second")))
                .isEmpty();
        assertThat(signIn("admin", "first")).isEmpty();
        assertThat(signIn("admin", "second")).isPresent();
    }

    @Test
    void wrongPasswordsBlockTheRightOneFromThereOnly() {
        call(administrators -> administrators.ensureBootstrap("right"));
        for (int i = 0; i < SignInFailure.FREE_ATTEMPTS; i++) {
            assertThat(signIn("admin", "wrong")).isEmpty();
        }
        assertThatThrownBy(() -> signIn("admin", "right")).isInstanceOf(TooManyAttemptsException.class);
        assertThat(call(administrators -> administrators.authenticate("admin", "right", "198.51.100.9")))
                .isPresent();
    }

    @Test
    void aRightPasswordForgetsTheWrongOnes() {
        call(administrators -> administrators.ensureBootstrap("right"));
        for (int round = 0; round < 3; round++) {
            for (int i = 1; i < SignInFailure.FREE_ATTEMPTS; i++) {
                assertThat(signIn("admin", "wrong")).isEmpty();
            }
            assertThat(signIn("admin", "right")).isPresent();
        }
    }

    @Test
    void nobodyOfThatName() {
        for (int i = 0; i < 2 * SignInFailure.FREE_ATTEMPTS; i++) {
            assertThat(signIn("nobody", "whatever")).isEmpty();
        }
    }

    private Optional<Administrator> signIn(String userName, String password) {
        return call(administrators -> administrators.authenticate(userName, password, HERE));
    }

    private <T> Optional<T> call(Function<Administrators, Optional<T>> call) {
        return database.inTransaction(entities -> call.apply(new Boundaries()
                .with(EntityManager.class, entities)
                .with(Pbkdf2PasswordHash.class, new Reversed())
                .get(Administrators.class)));
    }

    /** A hash that costs nothing. */
    private static class Reversed implements Pbkdf2PasswordHash {
        @Override
        public void initialize(Map<String, String> parameters) {
            assertThat(parameters).containsKey("Pbkdf2PasswordHash.Iterations");
        }

        @Override
        public String generate(char[] password) {
            return new StringBuilder().append(password).reverse().toString();
        }

        @Override
        public boolean verify(char[] password, String hashed) {
            return generate(password).equals(hashed);
        }
    }
}
