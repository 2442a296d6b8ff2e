package io.roster.imports;

import io.roster.imports.UserLookup.Problem;
import io.roster.scim.schema.ResourceType;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of trying mappings on somebody.
 *
 * @param login the username in Okta; {@code null} where there is nobody
 * @param problem why there is nobody, or that the app is not assigned to them; {@code null} for nothing
 * @param detail what Okta said, or {@code null}
 * @param outcomes the userName first, then each mapping in its order
 */
public record MappingTrial(String login, Problem problem, String detail, List<Outcome> outcomes) {

    /**
     * What one attribute would be.
     *
     * @param attrPath the attribute, or what was typed for it
     * @param value as text; {@code null} for none, and where there is a refusal or a problem
     * @param problem why it cannot be for this user, or {@code null}
     * @param refusal why it cannot be for anybody, or {@code null}
     */
    public record Outcome(String attrPath, String value, MappingProblem problem, ImportRefused refusal) {}

    /** Each attribute by itself, so that one that cannot be read does not hide the others. */
    static MappingTrial of(
            UserLookup.Found found, ImportSettings settings, List<AttributeMapping> mappings, ResourceType type) {
        FetchedUser user = found.user();
        if (user == null) {
            return new MappingTrial(null, found.problem(), found.detail(), List.of());
        }
        List<Outcome> outcomes = new ArrayList<>();
        outcomes.add(outcome(PersonMapping.USER_NAME, settings, List.of(), user, type));
        mappings.forEach(mapping -> outcomes.add(outcome(mapping.attrPath(), settings, List.of(mapping), user, type)));
        String login = user.profile().getString("login", user.oktaId());
        return new MappingTrial(login, found.problem(), found.detail(), outcomes);
    }

    private static Outcome outcome(
            String attrPath,
            ImportSettings settings,
            List<AttributeMapping> mappings,
            FetchedUser user,
            ResourceType type) {
        try {
            boolean isUserName = mappings.isEmpty();
            MappedPerson person = (isUserName
                            ? PersonMapping.of(settings, mappings, type)
                            : PersonMapping.of(UserNameFormat.OKTA_USERNAME, null, mappings, type))
                    .map(user);
            String notation =
                    isUserName ? attrPath : MappingTarget.of(attrPath, type).notation();
            MappingProblem problem = person.problems().stream()
                    .filter(one -> one.attrPath().equals(notation))
                    .findFirst()
                    .orElse(null);
            return new Outcome(notation, problem == null ? person.text(notation).orElse(null) : null, problem, null);
        } catch (ImportRefused refusal) {
            return new Outcome(attrPath, null, null, refusal);
        }
    }
}
