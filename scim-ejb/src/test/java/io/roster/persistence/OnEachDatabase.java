package io.roster.persistence;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Runs a test class on Derby and on PostgreSQL, each test from empty tables:
 *
 * <pre>{@code
 * @OnEachDatabase
 * class UsersTest {
 *     @Parameter
 *     TestDatabase database;
 *
 *     @Test
 *     void aNewUserIsFoundByUserName() {
 *         database.call(Users.class, users -> users.create(ada()));
 * }
 * }</pre>
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{0}")
@EnumSource(TestDatabase.class)
@ExtendWith(EmptyTables.class)
public @interface OnEachDatabase {}
