package io.roster.imports;

import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What events tell of settings and mappings: each under its own name. */
final class RuleDescription {

    private static final JsonBuilderFactory JSON = JsonProvider.provider().createBuilderFactory(Map.of());

    private RuleDescription() {}

    static JsonObject of(ImportSettings settings) {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("scheduled", settings.scheduled())
                .add("fullCron", settings.fullCron())
                .add("incrementalCron", settings.incrementalCron())
                .add("zone", settings.zone().getId())
                .add("userNameFormat", settings.userNameFormat().name())
                .add("exactMatch", JSON.createArrayBuilder(settings.exactMatch()))
                .add("partialMatch", settings.partialMatch())
                .add("confirmExact", settings.confirmExact())
                .add("confirmPartial", settings.confirmPartial())
                .add("confirmNew", settings.confirmNew());
        settings.app().ifPresent(app -> json.add("appId", app));
        if (settings.userNameExpression() != null) {
            json.add("userNameExpression", settings.userNameExpression());
        }
        if (settings.appThreshold() != null) {
            json.add("appThreshold", settings.appThreshold());
        }
        if (settings.orgThreshold() != null) {
            json.add("orgThreshold", settings.orgThreshold());
        }
        return json.build();
    }

    /** The order is told only where nothing else differs: adding a mapping would tell all of them otherwise. */
    static JsonObject of(List<AttributeMapping> mappings, Collection<AttributeMapping> others) {
        JsonObjectBuilder all = JSON.createObjectBuilder();
        mappings.forEach(mapping -> all.add(
                mapping.attrPath(),
                JSON.createObjectBuilder()
                        .add("expression", mapping.expression())
                        .add("applied", mapping.applied().name())));
        JsonObjectBuilder json = JSON.createObjectBuilder().add("mappings", all);
        if (mappings.size() == others.size() && mappings.containsAll(others)) {
            json.add(
                    "order",
                    JSON.createArrayBuilder(
                            mappings.stream().map(AttributeMapping::attrPath).toList()));
        }
        return json.build();
    }
}
