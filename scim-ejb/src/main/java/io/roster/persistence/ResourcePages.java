package io.roster.persistence;

import io.roster.scim.filter.BoundFilter;
import io.roster.scim.protocol.ResourcePage;
import io.roster.scim.protocol.SearchRequest;
import io.roster.scim.protocol.StoredResource;
import io.roster.scim.schema.ResourceType;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Finds resources for the boundaries: by id, and by pages of a list at the cost of the page.
 */
@Dependent
public class ResourcePages {

    @Resource(lookup = "jdbc/roster", shareable = false)
    private DataSource dataSource;

    @Inject
    private Walks walks;

    /**
     * One resource.
     *
     * @param listed which kind of resource
     * @param id the SCIM id, whatever a client sent as such
     * @return the resource without its references, if there is one
     */
    public Optional<StoredResource> one(Listed listed, String id) {
        return rows(listed).one(id);
    }

    /**
     * One page of a list, in the order of the ids.
     *
     * @param listed which kind of resource
     * @param caller whose walk through pages this belongs to
     * @param request filter and paging
     * @param withReferences whether to read what they refer to
     * @param base the address of the SCIM service, for filters on {@code $ref} and {@code meta.location}
     * @return the page
     */
    public ResourcePage page(Listed listed, String caller, SearchRequest request, boolean withReferences, String base) {
        if (request.filter() == null || request.filter().isBlank()) {
            List<StoredResource> resources = rows(listed, Condition.NONE, caller, request);
            return page(
                    ResourceCount.total(dataSource, listed.type().name()),
                    request,
                    withReferences ? listed.withReferences(resources, true) : resources);
        }
        BoundFilter filter = BoundFilter.of(request.filter(), listed.type());
        Condition condition = FilterToPredicate.condition(filter, listed.bindings());
        if (!condition.exact()) {
            return new DocumentScan(rows(listed), listed, filter, condition, base).page(request);
        }
        List<StoredResource> resources = rows(listed, condition, caller, request);
        boolean all = request.startIndex() == 1 && resources.size() < request.count();
        int total = all ? resources.size() : rows(listed).count(condition);
        return page(total, request, withReferences ? listed.withReferences(resources, false) : resources);
    }

    private List<StoredResource> rows(Listed listed, Condition condition, String caller, SearchRequest request) {
        if (request.count() == 0) {
            return List.of();
        }
        ResourceType type = listed.type();
        String list = type.name() + "?" + request.filter();
        Optional<String> last = request.startIndex() == 1
                ? Optional.empty()
                : walks.lastIdBefore(new Walks.Page(caller, list, request.startIndex()));
        List<StoredResource> resources = last.isPresent()
                ? rows(listed).after(condition, last.get(), request.count())
                : rows(listed).from(condition, request.startIndex() - 1, request.count());
        if (resources.size() == request.count()) {
            String lastId = resources.get(resources.size() - 1).id();
            walks.reached(new Walks.Page(caller, list, request.startIndex() + resources.size()), lastId);
        }
        return resources;
    }

    private static ResourcePage page(int total, SearchRequest request, List<StoredResource> resources) {
        return new ResourcePage(total, request.startIndex(), resources);
    }

    private ResourceRows rows(Listed listed) {
        return new ResourceRows(dataSource, listed.type(), listed.bindings());
    }
}
