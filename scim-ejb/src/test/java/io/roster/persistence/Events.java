package io.roster.persistence;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.util.List;

/** CDI events without a container: fired at once, in the caller's transaction, and its exceptions are the observer's. */
record Events(Boundaries boundaries, List<Class<?>> observers) {

    Event<?> proxy() {
        return (Event<?>) Proxy.newProxyInstance(
                Event.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("fire")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    fire(arguments[0]);
                    return null;
                });
    }

    private void fire(Object event) throws Throwable {
        for (Class<?> type : observers) {
            for (Method method : type.getDeclaredMethods()) {
                if (observes(method, event)) {
                    notify(boundaries.get(type), method, event);
                }
            }
        }
    }

    private static boolean observes(Method method, Object event) {
        for (Parameter parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(Observes.class)) {
                return parameter.getType().isInstance(event);
            }
        }
        return false;
    }

    private void notify(Object bean, Method method, Object event) throws Throwable {
        Object[] arguments = new Object[method.getParameterCount()];
        for (int i = 0; i < arguments.length; i++) {
            Parameter parameter = method.getParameters()[i];
            arguments[i] = parameter.isAnnotationPresent(Observes.class) ? event : boundaries.get(parameter.getType());
        }
        method.setAccessible(true);
        try {
            method.invoke(bean, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
