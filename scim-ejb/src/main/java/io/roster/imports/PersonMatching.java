package io.roster.imports;

import io.roster.audit.Changes;
import io.roster.persistence.Keys;
import io.roster.scim.protocol.JsonObjects;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.schema.ResourceType;
import io.roster.user.UserMerge;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Holds users of Okta against people of Roster. Pure. */
final class PersonMatching {

    static final List<String> NAMES = List.of("name.givenName", "name.familyName");

    /** Attributes that tell people apart, the best first. */
    private static final List<String> TELLING =
            List.of("userName", "emails", "externalId", "employeeNumber", "phoneNumbers", "displayName", "familyName");

    private static final String USER_NAME = "userName";
    private static final String ACTIVE = "active";
    private static final String EXTERNAL_ID = "externalId";
    private static final int NAME_LENGTH = 255;
    private static final JsonProvider JSON = JsonProvider.provider();

    private final ResourceType type;
    private final ImportSettings settings;
    private final UserMapping mapping;
    private final List<ResourceTexts> exact;
    private final List<ResourceTexts> names;
    private final ResourceTexts emails;
    private final ResourceTexts userName;

    PersonMatching(ResourceType type, ImportSettings settings, UserMapping mapping) {
        this.type = type;
        this.settings = settings;
        this.mapping = mapping;
        this.exact = settings.exactMatch().stream()
                .map(attrPath -> ResourceTexts.at(attrPath, type))
                .toList();
        this.names =
                NAMES.stream().map(attrPath -> ResourceTexts.at(attrPath, type)).toList();
        this.emails = ResourceTexts.at("emails", type);
        this.userName = ResourceTexts.at(USER_NAME, type);
    }

    /** By what people who may be the same are looked up: the attribute of exact matches that tells most people apart. */
    Optional<ResourceTexts> lookedUp() {
        return exact.stream()
                .filter(attribute -> attribute.attribute().leaf().type().isText())
                .min(Comparator.comparingInt(PersonMatching::rank));
    }

    private static int rank(ResourceTexts attribute) {
        int known = TELLING.indexOf(attribute.attribute().leaf().name());
        int parent = TELLING.indexOf(attribute.attribute().attribute().name());
        return known >= 0 ? known : parent >= 0 ? parent : TELLING.size();
    }

    /** The userName, which is unique. */
    ResourceTexts userName() {
        return userName;
    }

    boolean isPartial() {
        return settings.partialMatch();
    }

    /** First and last name. */
    List<ResourceTexts> names() {
        return names;
    }

    /**
     * What is to be done about somebody who is linked already.
     *
     * @param awaited whether Okta is still to follow what an administrator did here, which must not be undone meanwhile
     */
    Optional<Finding> linked(FetchedUser user, RosterPerson person, boolean awaited) {
        if (!user.isActive()) {
            return person.active() ? Optional.of(leaving(user, person)) : Optional.empty();
        }
        try {
            if (mapping.isAsWanted(user, person.document())) {
                return Optional.empty();
            }
            JsonObject owned = JsonObjects.with(mapping.wanted(user, true), EXTERNAL_ID, text(user.oktaId()));
            // Okta says nothing of a suspension to apps, so who was deactivated here because of one stays so.
            boolean returns = !person.active() && !awaited && !user.status().equals("SUSPENDED");
            JsonObject wanted = returns ? JsonObjects.with(owned, ACTIVE, JsonValue.TRUE) : owned;
            JsonObject after = UserMerge.of(type, person.document(), wanted);
            if (after.equals(person.document())) {
                return Optional.empty();
            }
            CandidateKind kind = returns ? CandidateKind.REACTIVATE : CandidateKind.UPDATE;
            return Optional.of(of(user, kind, person, List.of(), after, wanted));
        } catch (ScimException e) {
            return Optional.of(refused(user, CandidateKind.UPDATE, person, e));
        }
    }

    private Finding leaving(FetchedUser user, RosterPerson person) {
        JsonObject wanted = JsonObjects.with(JsonValue.EMPTY_JSON_OBJECT, ACTIVE, JsonValue.FALSE);
        JsonObject after = JsonObjects.with(person.document(), ACTIVE, JsonValue.FALSE);
        return of(user, CandidateKind.DEACTIVATE, person, List.of(), after, wanted);
    }

    /** What somebody who is not linked is to become. */
    JsonObject wanted(FetchedUser user) {
        JsonObject owned = JsonObjects.with(mapping.wanted(user, false), EXTERNAL_ID, text(user.oktaId()));
        return JsonObjects.with(owned, ACTIVE, JsonValue.TRUE);
    }

    /** Somebody whom the mapping refuses. */
    Finding refused(FetchedUser user, ScimException refusal) {
        return refused(user, CandidateKind.NEW, null, refusal);
    }

    /**
     * What is to be done about somebody active who is not linked: exact matches before equal names before a new person.
     *
     * @param people each once, among them all who may match
     */
    Finding unlinked(FetchedUser user, JsonObject wanted, Collection<RosterPerson> people) {
        List<RosterPerson> known =
                people.stream().sorted(Comparator.comparing(RosterPerson::id)).toList();
        try {
            List<RosterPerson> same = known.stream()
                    .filter(person -> haveInCommon(exact, wanted, person))
                    .toList();
            if (!same.isEmpty()) {
                return matched(user, wanted, CandidateKind.EXACT, same, settings.exactMatch());
            }
            List<RosterPerson> owners = known.stream()
                    .filter(person -> Keys.fold(person.userName()).equals(Keys.fold(userName(wanted))))
                    .toList();
            if (!owners.isEmpty()) {
                return conflict(user, wanted, owners, List.of(USER_NAME));
            }
            List<RosterPerson> namesakes = known.stream()
                    .filter(person -> isNamesake(wanted, person) && person.isFreeFor(user.oktaId()))
                    .toList();
            return namesakes.isEmpty()
                    ? created(user, wanted)
                    : matched(user, wanted, CandidateKind.PARTIAL, namesakes, NAMES);
        } catch (ScimException e) {
            return refused(user, e);
        }
    }

    /** The userName that somebody is to have; empty where the mapping gives none. */
    static String userName(JsonObject wanted) {
        return wanted.get(USER_NAME) instanceof JsonString name ? name.getString() : "";
    }

    /** Whether a person has one of the values of each of some attributes, in the same case. */
    static boolean haveInCommon(List<ResourceTexts> attributes, JsonObject wanted, RosterPerson person) {
        return attributes.stream().allMatch(attribute -> {
            Collection<String> present = attribute.of(person.document());
            return attribute.of(wanted).stream().anyMatch(present::contains);
        });
    }

    private boolean isNamesake(JsonObject wanted, RosterPerson person) {
        return settings.partialMatch()
                && haveInCommon(names, wanted, person)
                && !person.userName().equals(userName(wanted))
                && !haveInCommon(List.of(emails), wanted, person);
    }

    private Finding matched(
            FetchedUser user, JsonObject wanted, CandidateKind kind, List<RosterPerson> people, List<String> equal) {
        RosterPerson first = people.get(0);
        if (people.size() > 1 || !first.isFreeFor(user.oktaId())) {
            return conflict(user, wanted, people, equal);
        }
        return of(user, kind, first, matches(people, equal), UserMerge.of(type, first.document(), wanted), wanted);
    }

    private Finding conflict(FetchedUser user, JsonObject wanted, List<RosterPerson> people, List<String> equal) {
        return new Finding(
                user.oktaId(),
                name(user),
                CandidateKind.CONFLICT,
                null,
                null,
                null,
                matches(people, equal),
                Changes.between(JsonValue.EMPTY_JSON_OBJECT, UserMerge.of(type, JsonValue.EMPTY_JSON_OBJECT, wanted)),
                wanted,
                null);
    }

    private Finding created(FetchedUser user, JsonObject wanted) {
        JsonObject after = UserMerge.of(type, JsonValue.EMPTY_JSON_OBJECT, wanted);
        return of(user, CandidateKind.NEW, null, List.of(), after, wanted);
    }

    private static Finding of(
            FetchedUser user,
            CandidateKind kind,
            RosterPerson person,
            List<CandidateMatch> matches,
            JsonObject after,
            JsonObject wanted) {
        JsonObject before = person == null ? JsonValue.EMPTY_JSON_OBJECT : person.document();
        return new Finding(
                user.oktaId(),
                name(user),
                kind,
                person == null ? null : person.id(),
                person == null ? null : person.name(),
                person == null || matches.isEmpty() ? null : person.id(),
                matches,
                Changes.between(before, after),
                wanted,
                null);
    }

    private static Finding refused(FetchedUser user, CandidateKind kind, RosterPerson person, ScimException refusal) {
        return new Finding(
                user.oktaId(),
                name(user),
                kind,
                person == null ? null : person.id(),
                person == null ? null : person.name(),
                null,
                List.of(),
                null,
                null,
                refusal.getMessage());
    }

    private static List<CandidateMatch> matches(List<RosterPerson> people, List<String> equal) {
        return people.stream()
                .map(person -> new CandidateMatch(person.id(), person.name(), equal))
                .toList();
    }

    private static String name(FetchedUser user) {
        String name =
                user.appUserName() == null ? user.profile().getString("login", user.oktaId()) : user.appUserName();
        return Keys.shortened(name, NAME_LENGTH);
    }

    private static JsonValue text(String value) {
        return JSON.createValue(value);
    }
}
