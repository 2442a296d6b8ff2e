package io.roster.persistence;

import io.roster.scim.protocol.StoredResource;
import io.roster.scim.schema.ResourceType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads resources as rows: the stored text and what stands beside it, without entities that nobody will change. */
final class ResourceRows {

    private final EntityManager entities;
    private final ResourceType type;
    private final ColumnBindings bindings;

    ResourceRows(EntityManager entities, ResourceType type, ColumnBindings bindings) {
        this.entities = entities;
        this.type = type;
        this.bindings = bindings;
    }

    Optional<StoredResource> one(String id) {
        return select(" where r.id = :id")
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .map(this::resource);
    }

    List<StoredResource> after(Condition condition, String id, int limit) {
        return list(
                select(condition.whereAnd("r.id > :after") + " order by r.id").setParameter("after", id),
                condition,
                limit);
    }

    List<StoredResource> from(Condition condition, int offset, int limit) {
        return list(select(condition.where() + " order by r.id").setFirstResult(offset), condition, limit);
    }

    int count(Condition condition) {
        TypedQuery<Long> query = entities.createQuery(
                "select count(r) from " + bindings.entity() + " r" + condition.where(), Long.class);
        condition.parameters().forEach(query::setParameter);
        return query.getSingleResult().intValue();
    }

    private List<StoredResource> list(TypedQuery<Object[]> query, Condition condition, int limit) {
        condition.parameters().forEach(query::setParameter);
        return query.setMaxResults(limit).getResultStream().map(this::resource).toList();
    }

    private TypedQuery<Object[]> select(String rest) {
        return entities.createQuery(
                "select r.id, r.version, r.document, r.created, r.modified from " + bindings.entity() + " r" + rest,
                Object[].class);
    }

    private StoredResource resource(Object[] row) {
        return new StoredResource(
                type.name(),
                type.endpoint(),
                (String) row[0],
                (Long) row[1],
                (String) row[2],
                null,
                null,
                (Instant) row[3],
                (Instant) row[4]);
    }
}
