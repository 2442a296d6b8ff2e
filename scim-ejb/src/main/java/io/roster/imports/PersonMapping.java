package io.roster.imports;

import io.roster.expression.Expression;
import io.roster.expression.ExpressionRefused;
import io.roster.expression.Sources;
import io.roster.imports.ImportRefused.Reason;
import io.roster.scim.protocol.Place;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.schema.ResourceType;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What becomes of a user of Okta here, by the username format and the mappings. Pure; made once for a run, since that reads
 * all expressions and resolves all attributes, and used for everybody in it. Threads may share it.
 */
public final class PersonMapping {

    static final String USER_NAME = "userName";

    private static final JsonProvider JSON = JsonProvider.provider();

    private record Rule(MappingTarget target, Expression expression) {}

    private final ResourceType type;
    private final UserNameFormat format;
    private final Expression userName;
    private final Map<Rule, MappingScope> rules = new LinkedHashMap<>();

    private PersonMapping(ResourceType type, UserNameFormat format, Expression userName) {
        this.type = type;
        this.format = format;
        this.userName = userName;
    }

    /**
     * Makes ready.
     *
     * @param settings of which the username format counts
     * @param mappings in their order
     * @param type the resource type User, with the attributes that administrators defined
     * @return the mapping
     * @throws ImportRefused when an attribute is not there any more, or an expression cannot be read; it names which
     */
    public static PersonMapping of(ImportSettings settings, List<AttributeMapping> mappings, ResourceType type) {
        return of(settings.userNameFormat(), settings.userNameExpression(), mappings, type);
    }

    static PersonMapping of(
            UserNameFormat format, String userNameExpression, List<AttributeMapping> mappings, ResourceType type) {
        Expression userName = format == UserNameFormat.EXPRESSION ? expression(userNameExpression, USER_NAME) : null;
        PersonMapping mapping = new PersonMapping(type, format, userName);
        for (AttributeMapping one : mappings) {
            MappingTarget target = MappingTarget.of(one.attrPath(), type);
            mapping.rules.put(new Rule(target, expression(one.expression(), one.attrPath())), one.applied());
        }
        return mapping;
    }

    private static Expression expression(String text, String attrPath) {
        try {
            return Expression.parse(text);
        } catch (ExpressionRefused e) {
            throw new ImportRefused(Reason.EXPRESSION, "expression", e, attrPath);
        }
    }

    /**
     * Computes what somebody is to be.
     *
     * @param user as a run read them
     * @return the values, and the problems with them
     */
    public MappedPerson map(FetchedUser user) {
        Sources sources = new FetchedSources(user);
        List<MappingProblem> problems = new ArrayList<>();
        String name = userName(user, sources, problems);
        List<MappedValue> values = new ArrayList<>(rules.size());
        rules.forEach((rule, scope) -> {
            try {
                values.add(new MappedValue(rule.target, scope, value(rule, sources)));
            } catch (ExpressionRefused e) {
                problems.add(new MappingProblem(rule.target.notation(), e.getMessage(), e));
            } catch (ScimException e) {
                problems.add(new MappingProblem(rule.target.notation(), e.getMessage(), null));
            }
        });
        return new MappedPerson(type, user, name, values, problems);
    }

    private static JsonValue value(Rule rule, Sources sources) {
        return MappedTypes.of(
                rule.target.path().target(),
                rule.expression.value(sources),
                Place.RESOURCE.member(rule.target.notation()));
    }

    private String userName(FetchedUser user, Sources sources, List<MappingProblem> problems) {
        try {
            Object value =
                    switch (format) {
                        case OKTA_USERNAME -> sources.attribute(Sources.APP_USER, USER_NAME);
                        case EMAIL -> user.profile().get("email");
                        case EXPRESSION -> userName.value(sources);
                    };
            Object plain = value instanceof JsonString text ? text.getString() : value;
            JsonValue json = plain instanceof String text ? JSON.createValue(text.strip()) : null;
            if (json == null || ((JsonString) json).getString().isEmpty()) {
                problems.add(new MappingProblem(
                        USER_NAME,
                        "The username format yields no userName; correct it, or the profile in Okta.",
                        null));
                return null;
            }
            MappedTypes.of(
                    type.path(USER_NAME).orElseThrow(),
                    ((JsonString) json).getString(),
                    Place.RESOURCE.member(USER_NAME));
            return ((JsonString) json).getString();
        } catch (ExpressionRefused e) {
            problems.add(new MappingProblem(USER_NAME, e.getMessage(), e));
        } catch (ScimException e) {
            problems.add(new MappingProblem(USER_NAME, e.getMessage(), null));
        }
        return null;
    }
}
