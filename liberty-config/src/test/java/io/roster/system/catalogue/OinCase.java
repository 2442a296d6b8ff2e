package io.roster.system.catalogue;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;

/** A test that plays one case of the plan with which Okta tries an integration before its catalogue has it. */
@Test
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface OinCase {
    /** The case's id in the plan, such as {@code C9290}. */
    String value();
}
