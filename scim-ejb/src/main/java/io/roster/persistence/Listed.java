package io.roster.persistence;

import io.roster.scim.protocol.StoredResource;
import io.roster.scim.schema.ResourceType;
import java.util.List;

/** A kind of resource, as lists of it are read. */
public interface Listed {

    /** @return the resource type */
    ResourceType type();

    /** @return which of its attributes the database can filter by */
    ColumnBindings bindings();

    /**
     * Adds what resources refer to: the groups of people, or the members of groups.
     *
     * @param resources in the order of their ids
     * @param contiguous whether no other resource of the type has an id between them
     * @return the same resources with their references, read in a number of statements that does not depend on how many
     *     they are
     */
    List<StoredResource> withReferences(List<StoredResource> resources, boolean contiguous);
}
