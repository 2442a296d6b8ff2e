package io.roster.persistence;

import io.roster.scim.filter.BoundFilter;
import io.roster.scim.filter.SortBy;
import io.roster.scim.protocol.ResourcePage;
import io.roster.scim.protocol.SearchRequest;
import io.roster.scim.protocol.StoredResource;
import io.roster.scim.schema.ResourceType;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
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

    @Inject
    private Cursors cursors;

    /**
     * One resource.
     *
     * @param listed which kind of resource
     * @param id the SCIM id, whatever a client sent as such
     * @return the resource without its references, if there is one
     */
    public Optional<StoredResource> one(Listed listed, String id) {
        return new ResourceRows(dataSource, listed).one(id);
    }

    /**
     * One page of a list: in the order of the ids, type by type, or as the request sorts it.
     *
     * @param searched which kinds of resources, in the order in which they follow each other
     * @param caller whose walk through pages this belongs to
     * @param request filter, order and paging
     * @param withReferences of which resource types to read what they refer to
     * @param base the address of the SCIM service, for filters on {@code $ref} and {@code meta.location}
     * @return the page
     * @throws io.roster.scim.protocol.ScimException 400 invalidFilter, invalidValue for what cannot be sorted by,
     *     invalidCursor, expiredCursor or invalidCount
     */
    public ResourcePage page(
            List<Listed> searched,
            String caller,
            SearchRequest request,
            Predicate<ResourceType> withReferences,
            String base) {
        PagedList list = list(searched, request, base);
        List<String> types =
                searched.stream().map(listed -> listed.type().name()).toList();
        String query = Cursors.fingerprint(caller, types, request);
        ResourcePage page = request.cursor() == null ? byIndex(list, query, request) : byCursor(list, query, request);
        return new ResourcePage(
                page.totalResults(),
                page.startIndex(),
                page.nextCursor(),
                withReferences(searched, page.resources(), withReferences, request));
    }

    private PagedList list(List<Listed> searched, SearchRequest request, String base) {
        List<ResourceType> types = searched.stream().map(Listed::type).toList();
        boolean filters = request.filter() != null && !request.filter().isBlank();
        List<BoundFilter> filtersOfTypes = filters ? BoundFilter.ofAny(request.filter(), types) : List.of();
        List<CombinedList.Member> members = new ArrayList<>();
        for (int i = 0; i < searched.size(); i++) {
            Listed listed = searched.get(i);
            SortBy sortBy = sortBy(listed.type(), types, request);
            BoundFilter filter = filters ? filtersOfTypes.get(i) : null;
            members.add(new CombinedList.Member(listed.type().name(), list(listed, filter, sortBy, base)));
        }
        boolean isDescending = request.sortBy() != null
                && SortBy.ofAny(request.sortBy(), request.sortOrder(), types.get(0))
                        .descending();
        return members.size() == 1
                ? members.get(0).list()
                : new CombinedList(members, request.sortBy() != null, isDescending);
    }

    private static SortBy sortBy(ResourceType type, List<ResourceType> searched, SearchRequest request) {
        if (request.sortBy() == null) {
            return null;
        }
        boolean isKnown =
                searched.stream().anyMatch(other -> other.path(request.sortBy()).isPresent());
        return isKnown
                ? SortBy.ofAny(request.sortBy(), request.sortOrder(), type)
                : SortBy.of(request.sortBy(), request.sortOrder(), type);
    }

    private PagedList list(Listed listed, BoundFilter filter, SortBy sortBy, String base) {
        Condition condition =
                filter == null ? Condition.NONE : FilterToPredicate.condition(filter, listed.type(), listed.bindings());
        PagedList indexed = new IndexedList(dataSource, listed, condition, Order.of(sortBy, listed.bindings()));
        return condition.exact() ? indexed : new ScannedList(indexed, listed, filter, base);
    }

    private ResourcePage byIndex(PagedList list, String query, SearchRequest request) {
        int start = request.startIndex();
        Optional<Position> before = start == 1 ? Optional.empty() : walks.lastBefore(new Walks.Page(query, start));
        Slice slice = before.isPresent()
                ? list.after(before.get(), false, request.count())
                : list.from(start - 1, request.count());
        if (!slice.isEmpty() && slice.size() == request.count()) {
            walks.reached(new Walks.Page(query, start + slice.size()), slice.last());
        }
        int total = slice.total() == Slice.UNKNOWN ? list.total() : slice.total();
        return new ResourcePage(total, start, null, slice.resources());
    }

    private ResourcePage byCursor(PagedList list, String query, SearchRequest request) {
        boolean isFirst = request.cursor().isEmpty();
        Cursor cursor = isFirst ? null : cursors.open(request, query);
        // One more than the page shows whether there is a next one.
        int limit = request.count() == 0 ? 0 : request.count() + 1;
        Slice slice = isFirst ? list.from(0, limit) : list.after(cursor.last(), false, limit);
        int known = isFirst ? slice.total() : cursor.total();
        int total = known == Slice.UNKNOWN ? list.total() : known;
        Slice page = slice.part(0, request.count());
        String next = slice.size() > page.size() ? cursors.seal(page.last(), query, request.count(), total) : null;
        return new ResourcePage(total, 0, next, page.resources());
    }

    private static List<StoredResource> withReferences(
            List<Listed> searched,
            List<StoredResource> resources,
            Predicate<ResourceType> wanted,
            SearchRequest request) {
        List<StoredResource> all = new ArrayList<>(resources);
        boolean isContiguous = request.filter() == null && request.sortBy() == null;
        for (Listed listed : searched) {
            String name = listed.type().name();
            int[] places = IntStream.range(0, all.size())
                    .filter(i -> all.get(i).resourceType().equals(name))
                    .toArray();
            if (places.length > 0 && wanted.test(listed.type())) {
                List<StoredResource> referring = listed.withReferences(
                        Arrays.stream(places).mapToObj(all::get).toList(), isContiguous);
                for (int i = 0; i < places.length; i++) {
                    all.set(places[i], referring.get(i));
                }
            }
        }
        return all;
    }
}
