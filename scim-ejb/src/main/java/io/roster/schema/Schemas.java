package io.roster.schema;

import io.roster.scim.schema.ResourceType;
import io.roster.scim.schema.SchemaRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/**
 * The schemas and resource types of one request: the same from its beginning to its end, whatever is changed meanwhile.
 * What is parsed, stored and projected in a request so agrees. A job takes part with {@code @ActivateRequestContext}.
 */
@RequestScoped
public class Schemas {

    @Inject
    private CurrentSchemas current;

    private SchemaRegistry registry;

    @PostConstruct
    void begin() {
        registry = current.registry();
    }

    /** @return every schema and resource type */
    public SchemaRegistry registry() {
        return registry;
    }

    /** @return the resource type User */
    public ResourceType user() {
        return registry.user();
    }

    /** @return the resource type Group */
    public ResourceType group() {
        return registry.group();
    }
}
