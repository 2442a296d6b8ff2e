package io.roster.system.catalogue;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGenerator;

/** Reports show a case under its id and title of the plan. */
final class CaseNames extends DisplayNameGenerator.Standard {

    @Override
    public String generateDisplayNameForMethod(List<Class<?>> enclosing, Class<?> testClass, Method method) {
        OinCase oinCase = method.getAnnotation(OinCase.class);
        return oinCase == null
                ? super.generateDisplayNameForMethod(enclosing, testClass, method)
                : oinCase.value() + " " + PlannedCase.of(oinCase.value()).title();
    }
}
