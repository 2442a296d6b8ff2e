package io.roster.persistence;

import io.roster.scim.filter.BoundFilter;
import io.roster.scim.filter.JsonMatcher;
import io.roster.scim.protocol.ResourcePage;
import io.roster.scim.protocol.SearchRequest;
import io.roster.scim.protocol.StoredResource;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Answers a filter that no index covers: reads the candidates batch by batch and matches their documents. */
final class DocumentScan {

    private static final int BATCH = 500;
    private static final JsonReaderFactory JSON = JsonProvider.provider().createReaderFactory(Map.of());

    private final ResourceRows rows;
    private final Listed listed;
    private final BoundFilter filter;
    private final Condition condition;
    private final String base;

    DocumentScan(ResourceRows rows, Listed listed, BoundFilter filter, Condition condition, String base) {
        this.rows = rows;
        this.listed = listed;
        this.filter = filter;
        this.condition = condition;
        this.base = base;
    }

    ResourcePage page(SearchRequest request) {
        int total = 0;
        List<StoredResource> page = new ArrayList<>();
        List<StoredResource> batch = rows.from(condition, 0, BATCH);
        while (!batch.isEmpty()) {
            for (StoredResource resource : listed.withReferences(batch, condition.sql() == null)) {
                if (JsonMatcher.matches(filter, parsed(resource))) {
                    total++;
                    if (total >= request.startIndex() && page.size() < request.count()) {
                        page.add(resource);
                    }
                }
            }
            batch = batch.size() < BATCH
                    ? List.of()
                    : rows.after(condition, batch.get(batch.size() - 1).id(), BATCH);
        }
        return new ResourcePage(total, request.startIndex(), page);
    }

    private JsonObject parsed(StoredResource resource) {
        try (JsonReader reader = JSON.createReader(new StringReader(resource.toJson(base)))) {
            return reader.readObject();
        }
    }
}
