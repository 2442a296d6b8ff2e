package io.roster.persistence;

import java.lang.reflect.Field;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.Parameter;
import org.junit.platform.commons.support.AnnotationSupport;

/** Empties the database that stands in a test's {@link Parameter} field, before each test. */
final class EmptyTables implements BeforeEachCallback {
    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        Object test = context.getRequiredTestInstances().getAllInstances().get(0);
        for (Field field : AnnotationSupport.findAnnotatedFields(test.getClass(), Parameter.class)) {
            field.setAccessible(true);
            if (field.get(test) instanceof TestDatabase database) {
                database.clear();
            }
        }
    }
}
