package io.roster.persistence;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceContext;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes boundary beans without a container: fields marked for injection are filled, with what was given for their type
 * or with a new bean of that class, and {@link PostConstruct} methods are called. Transactions, roles and interceptors
 * are the container's and do not happen here.
 */
public final class Boundaries {
    private static final List<Class<? extends Annotation>> INJECTED =
            List.of(PersistenceContext.class, Inject.class, EJB.class, Resource.class);

    private final Map<Class<?>, Object> beans = new HashMap<>();
    private final List<Class<?>> observers = new ArrayList<>();

    /** Events reach nobody but those that are named by {@link #observedBy}. */
    public Boundaries() {
        beans.put(Event.class, new Events(this, observers).proxy());
    }

    /** Says what is injected for a type. */
    public <T> Boundaries with(Class<T> type, T bean) {
        beans.put(type, bean);
        return this;
    }

    /** Says whose {@code @Observes} methods hear of events, as everybody's do on a server. */
    public Boundaries observedBy(Class<?> type) {
        observers.add(type);
        return this;
    }

    /** The bean of a class; the same one at each call and in each field. */
    public <T> T get(Class<T> type) {
        Object known = beans.get(type);
        if (known == null) {
            try {
                known = make(type);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("Cannot make " + type + "; give one by with()", e);
            }
        }
        return type.cast(known);
    }

    private Object make(Class<?> type) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        Object bean = constructor.newInstance();
        beans.put(type, bean);
        for (Class<?> declaring = type; declaring != Object.class; declaring = declaring.getSuperclass()) {
            for (Field field : declaring.getDeclaredFields()) {
                if (INJECTED.stream().anyMatch(field::isAnnotationPresent)) {
                    field.setAccessible(true);
                    field.set(bean, get(field.getType()));
                }
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            if (method.isAnnotationPresent(PostConstruct.class)) {
                method.setAccessible(true);
                method.invoke(bean);
            }
        }
        return bean;
    }
}
