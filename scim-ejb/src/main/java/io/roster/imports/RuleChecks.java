package io.roster.imports;

import io.roster.expression.Expression;
import io.roster.expression.ExpressionRefused;
import io.roster.imports.ImportRefused.Reason;
import io.roster.scim.schema.ResourceType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What settings and mappings can be. Pure. */
final class RuleChecks {

    /** How many mappings there may be. */
    static final int MOST_MAPPINGS = 100;

    static final int LEAST_THRESHOLD = 1;
    static final int MOST_THRESHOLD = 100;

    private static final Pattern APP_ID = Pattern.compile("[A-Za-z0-9]{1,64}");
    private static final int LONGEST_CRON = 100;

    private RuleChecks() {}

    /**
     * What was asked for, tidied up.
     *
     * @param asked as it was typed
     * @param mappings those that there are
     * @param now for what times are compared over
     * @throws ImportRefused for what is not possible
     */
    static ImportSettings settings(ImportSettings asked, List<AttributeMapping> mappings, Instant now) {
        String appId = appId(asked);
        String full = cron(asked.fullCron(), "fullCron", asked.zone(), now);
        String incremental = cron(asked.incrementalCron(), "incrementalCron", asked.zone(), now);
        if (CronSchedule.of(full, asked.zone()).isMoreOftenThan(CronSchedule.of(incremental, asked.zone()), now)) {
            throw new ImportRefused(Reason.CRON_ORDER, "fullCron");
        }
        threshold(asked.appThreshold(), "appThreshold");
        threshold(asked.orgThreshold(), "orgThreshold");
        return new ImportSettings(
                asked.version(),
                asked.scheduled(),
                appId,
                full,
                incremental,
                asked.zone(),
                asked.userNameFormat(),
                asked.userNameFormat() == UserNameFormat.EXPRESSION
                        ? expression(asked.userNameExpression(), "userNameExpression", PersonMapping.USER_NAME)
                        : null,
                matched(asked.exactMatch(), mappings),
                asked.partialMatch(),
                asked.confirmExact(),
                asked.confirmPartial(),
                asked.confirmNew(),
                asked.appThreshold(),
                asked.orgThreshold());
    }

    private static String appId(ImportSettings asked) {
        String appId = asked.appId() == null ? "" : asked.appId().strip();
        if (!appId.isEmpty() && !APP_ID.matcher(appId).matches()) {
            throw new ImportRefused(Reason.APP_ID, "appId", appId);
        } else if (appId.isEmpty() && asked.scheduled()) {
            throw new ImportRefused(Reason.APP_MISSING, "appId");
        }
        return appId.isEmpty() ? null : appId;
    }

    /**
     * A zone by its name.
     *
     * @throws ImportRefused when there is none
     */
    static ZoneId zone(String typed) {
        String name = typed == null ? "" : typed.strip();
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new ImportRefused(Reason.ZONE, "zone", name);
        }
        return ZoneId.of(name);
    }

    /**
     * A cron expression.
     *
     * @throws ImportRefused when it is none, or names a time that never comes
     */
    static String cron(String typed, String field, ZoneId zone, Instant now) {
        String cron = typed == null ? "" : typed.strip();
        try {
            if (cron.length() > LONGEST_CRON) {
                throw new IllegalArgumentException(cron.length() + " > " + LONGEST_CRON);
            } else if (CronSchedule.of(cron, zone).after(now).isEmpty()) {
                throw new ImportRefused(Reason.CRON_NEVER, field, cron);
            }
            return cron;
        } catch (IllegalArgumentException e) {
            throw new ImportRefused(Reason.CRON, field, cron, e.getMessage());
        }
    }

    /**
     * A threshold.
     *
     * @throws ImportRefused when it is no percentage
     */
    static void threshold(Integer percent, String field) {
        if (percent != null && (percent < LEAST_THRESHOLD || percent > MOST_THRESHOLD)) {
            throw new ImportRefused(Reason.THRESHOLD, field, LEAST_THRESHOLD, MOST_THRESHOLD);
        }
    }

    private static List<String> matched(List<String> attrPaths, List<AttributeMapping> mappings) {
        List<String> distinct = attrPaths.stream().distinct().toList();
        if (distinct.isEmpty()) {
            throw new ImportRefused(Reason.MATCH_NONE, "exactMatch");
        }
        distinct.stream()
                .filter(attrPath -> !attrPath.equals(PersonMapping.USER_NAME)
                        && mappings.stream()
                                .noneMatch(mapping -> mapping.attrPath().equals(attrPath)))
                .findFirst()
                .ifPresent(attrPath -> {
                    throw new ImportRefused(Reason.MATCH_UNMAPPED, "exactMatch", attrPath);
                });
        return distinct;
    }

    /**
     * Mappings with attributes in the schema's case.
     *
     * @param asked all that there are to be, in their order
     * @param settings of which what is matched needs its mappings
     * @param type the resource type User, with the attributes that administrators defined
     * @throws ImportRefused for the first one that is not possible
     */
    static List<AttributeMapping> mappings(List<AttributeMapping> asked, ImportSettings settings, ResourceType type) {
        if (asked.size() > MOST_MAPPINGS) {
            throw new ImportRefused(Reason.MAPPINGS_MANY, "attrPath", MOST_MAPPINGS);
        }
        List<AttributeMapping> checked = new ArrayList<>();
        Set<String> mapped = new HashSet<>();
        for (AttributeMapping mapping : asked) {
            AttributeMapping one = mapping(mapping, type);
            if (!mapped.add(one.attrPath())) {
                throw new ImportRefused(Reason.ATTRIBUTE_TWICE, "attrPath", one.attrPath());
            }
            checked.add(one);
        }
        settings.exactMatch().stream()
                .filter(attrPath -> !attrPath.equals(PersonMapping.USER_NAME) && !mapped.contains(attrPath))
                .findFirst()
                .ifPresent(attrPath -> {
                    throw new ImportRefused(Reason.MAPPING_NEEDED, null, attrPath);
                });
        return checked;
    }

    /**
     * One mapping.
     *
     * @throws ImportRefused when its attribute or its expression is none
     */
    static AttributeMapping mapping(AttributeMapping asked, ResourceType type) {
        String attrPath = MappingTarget.of(asked.attrPath(), type).notation();
        return new AttributeMapping(attrPath, expression(asked.expression(), "expression", attrPath), asked.applied());
    }

    private static String expression(String typed, String field, String attrPath) {
        try {
            return Expression.parse(typed == null ? "" : typed.strip()).toString();
        } catch (ExpressionRefused e) {
            throw new ImportRefused(Reason.EXPRESSION, field, e, attrPath);
        }
    }
}
