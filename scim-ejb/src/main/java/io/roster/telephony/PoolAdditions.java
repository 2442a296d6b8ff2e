package io.roster.telephony;

import io.roster.access.Caller;
import io.roster.audit.Action;
import io.roster.audit.AuditTrail;
import io.roster.audit.Changes;
import io.roster.audit.Entry;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Adds numbers to the pool, with an event, within the caller's transaction. */
@Dependent
class PoolAdditions {

    /** What an event calls numbers. */
    static final String TYPE = "PhoneNumber";

    private static final JsonBuilderFactory JSON = JsonProvider.provider().createBuilderFactory(Map.of());

    @Inject
    private PoolRows rows;

    @Inject
    private AuditTrail audit;

    /** Adds those that are not in the pool. */
    AddedNumbers add(Caller caller, NumberPart part) {
        Set<String> known = rows.known(part.numbers());
        List<String> added = part.numbers().stream()
                .filter(number -> !known.contains(number))
                .toList();
        if (!added.isEmpty()) {
            rows.addNumbers(added, caller.name());
            JsonObjectBuilder what = JSON.createObjectBuilder()
                    .add("numbers", added.size())
                    .add("first", added.get(0))
                    .add("last", added.get(added.size() - 1));
            if (part.outsidePlans()) {
                what.add("outsideNumberingPlans", true);
            }
            audit.record(Entry.done(
                    caller,
                    Action.CREATED,
                    201,
                    TYPE,
                    null,
                    added.get(0),
                    Changes.between(JsonObject.EMPTY_JSON_OBJECT, what.build())));
        }
        return new AddedNumbers(added.size(), known.size(), null);
    }
}
