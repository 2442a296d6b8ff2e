package io.roster.imports;

import io.roster.access.Caller;
import io.roster.persistence.Documents;
import io.roster.persistence.Keys;
import io.roster.persistence.Sql;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.schema.ResourceType;
import io.roster.user.Person;
import io.roster.user.UserWriter;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Makes people what candidates want, within the running transaction, if that still holds. */
@Dependent
class AppliedPeople {

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    @Resource(lookup = "jdbc/roster")
    private DataSource dataSource;

    @EJB
    private UserWriter writer;

    /**
     * Creates, links or changes somebody.
     *
     * @throws ScimException when it is refused, or does not hold any more
     */
    Applied apply(Caller caller, ResourceType type, ConfirmedCandidate candidate) {
        Optional<String> linked = linked(candidate.oktaId());
        if (candidate.isOfLinked()) {
            return update(caller, type, candidate, linked);
        } else if (linked.isPresent()) {
            requireSame(candidate, linked.get());
            return merged(caller, type, linked.get(), candidate);
        } else if (candidate.rosterId() == null) {
            return Applied.done(
                    writer.createOwned(caller, type, candidate.wanted()).id());
        }
        Person person = lock(candidate.rosterId())
                .orElseThrow(() -> ScimException.conflict("The person with whom " + candidate.oktaName()
                        + " was to be linked was deleted meanwhile. The next import looks for another one."));
        RosterPerson present = of(person);
        if (!present.isFreeFor(candidate.oktaId())) {
            throw linkedOtherwise(candidate, present);
        }
        if (!candidate.chosen()) {
            requireMatch(type, candidate, present);
        }
        return merged(caller, type, person.getId(), candidate);
    }

    private Applied update(Caller caller, ResourceType type, ConfirmedCandidate candidate, Optional<String> linked) {
        Optional<Person> found = lock(candidate.rosterId());
        if (found.isEmpty()) {
            return Applied.NOBODY;
        }
        Person person = found.get();
        RosterPerson present = of(person);
        boolean another = linked.isPresent() && !linked.get().equals(person.getId());
        if (another || present.oktaId() != null && !present.oktaId().equals(candidate.oktaId())) {
            throw linkedOtherwise(candidate, present);
        }
        if (!candidate.chosen() && !person.getModified().isBefore(candidate.since())) {
            throw ScimException.conflict(
                    present.name() + " was changed in Roster after this import had begun to read Okta,"
                            + " and what it read may be older. The next import that reads everybody compares again.");
        }
        return merged(caller, type, person.getId(), candidate);
    }

    private Applied merged(Caller caller, ResourceType type, String personId, ConfirmedCandidate candidate) {
        return Applied.done(
                writer.merge(caller, type, personId, candidate.wanted()).id());
    }

    private static void requireSame(ConfirmedCandidate candidate, String linkedId) {
        if (candidate.rosterId() != null && !candidate.rosterId().equals(linkedId)) {
            throw ScimException.conflict(candidate.oktaName()
                    + " of Okta was linked with another person meanwhile, the one" + " with the id " + linkedId + ".");
        }
    }

    private static void requireMatch(ResourceType type, ConfirmedCandidate candidate, RosterPerson person) {
        List<ResourceTexts> equal = candidate.matches().stream()
                .filter(match -> match.id().equals(person.id()))
                .flatMap(match -> match.equal().stream())
                .map(attrPath -> ResourceTexts.at(attrPath, type))
                .toList();
        if (!PersonMatching.haveInCommon(equal, candidate.wanted(), person)) {
            throw ScimException.conflict(person.name() + " was changed in Roster meanwhile and matches "
                    + candidate.oktaName() + " no longer. The next import matches again.");
        }
    }

    private static ScimException linkedOtherwise(ConfirmedCandidate candidate, RosterPerson person) {
        return ScimException.conflict(person.name() + " cannot be linked with " + candidate.oktaName()
                + ": the one or the other is linked otherwise meanwhile, the person with the user of Okta whose id is "
                + person.oktaId() + ".");
    }

    private Optional<String> linked(String oktaId) {
        return Sql.of("select id from person where external_id = ? order by id", Keys.of(oktaId))
                .list(dataSource, row -> row.getString(1))
                .stream()
                .findFirst();
    }

    private Optional<Person> lock(String id) {
        return Optional.ofNullable(entities.find(Person.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    private static RosterPerson of(Person person) {
        var document = Documents.parse(person.getDocument());
        return new RosterPerson(
                person.getId(),
                person.getUserName(),
                person.getFullName(),
                document.getString("externalId", null),
                person.isActive(),
                document);
    }
}
