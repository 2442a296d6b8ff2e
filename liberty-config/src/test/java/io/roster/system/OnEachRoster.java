package io.roster.system;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Runs a test class against a running server on Derby and against one on PostgreSQL. The class has a field
 * {@code @Parameter SharedRoster roster}. Nothing is emptied between tests: each makes what it needs, with names of its
 * own from {@link Names}.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{0}")
@EnumSource(SharedRoster.class)
public @interface OnEachRoster {}
