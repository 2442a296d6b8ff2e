package io.roster.imports;

import io.roster.access.Caller;
import io.roster.access.Roles;
import io.roster.access.Scope;
import io.roster.imports.ImportRefused.Reason;
import io.roster.persistence.Conflicts;
import io.roster.persistence.Documents;
import io.roster.schema.Schemas;
import io.roster.scim.schema.ResourceType;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** How imports go about it, as administrators see and change it. Each change is an event that says what differs. */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportRules {

    /** The id under which events tell of changes of settings and mappings. */
    public static final String RESOURCE = "import-rules";

    @Resource(lookup = "jdbc/roster", shareable = false)
    private DataSource dataSource;

    @EJB
    private ImportRulesWriter writer;

    @Inject
    private Schemas schemas;

    @Inject
    private UserLookup lookup;

    @Resource
    private SessionContext session;

    /** {@return what is saved, or what a new Roster begins with} */
    public StoredRules read() {
        return RuleRows.read(dataSource);
    }

    /** {@return what is saved but the mappings, read by one statement} */
    public ImportSettings settings() {
        return RuleRows.settings(dataSource);
    }

    /**
     * Saves everything but the mappings.
     *
     * @param settings with the version that the change was made from
     * @return whether anything differs from before
     * @throws ImportRefused for what is not possible, naming the field; and when somebody else has saved meanwhile
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public boolean save(ImportSettings settings) {
        Caller caller = caller();
        Instant now = Documents.now();
        return Conflicts.retried(() -> writer.save(caller, settings, now));
    }

    /**
     * Changes the thresholds, whatever else somebody has saved meanwhile: a run that is held waits for them.
     *
     * @param app per cent of the people linked with Okta; {@code null} for any
     * @param org per cent of all active people; {@code null} for any
     * @return whether anything differs from before
     * @throws ImportRefused when one is no percentage
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public boolean limit(Integer app, Integer org) {
        Caller caller = caller();
        return Conflicts.retried(() -> writer.limit(caller, app, org));
    }

    /**
     * Adds a mapping behind the others, or changes one in its place.
     *
     * @param version that the change was made from
     * @param attrPath the attribute of the mapping to change; {@code null} to add one
     * @param mapping as it is to be
     * @throws ImportRefused for what is not possible, naming the field; and when somebody else has saved meanwhile
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void map(long version, String attrPath, AttributeMapping mapping) {
        change(version, mappings -> {
            List<AttributeMapping> changed = new ArrayList<>(mappings);
            if (attrPath == null) {
                changed.add(mapping);
            } else {
                changed.set(position(mappings, attrPath), mapping);
            }
            return changed;
        });
    }

    /**
     * Removes a mapping: what the attribute is stays as it is.
     *
     * @param version that the change was made from
     * @param attrPath its attribute
     * @throws ImportRefused when people are matched by the attribute; and when somebody else has saved meanwhile
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void unmap(long version, String attrPath) {
        change(version, mappings -> mappings.stream()
                .filter(mapping -> !mapping.attrPath().equals(attrPath))
                .toList());
    }

    /**
     * Moves a mapping one place.
     *
     * @param version that the change was made from
     * @param attrPath its attribute
     * @param places -1 for up, 1 for down; at the end of the list it stays where it is
     * @throws ImportRefused when it is gone, or somebody else has saved meanwhile
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void move(long version, String attrPath, int places) {
        change(version, mappings -> {
            List<AttributeMapping> changed = new ArrayList<>(mappings);
            int from = position(mappings, attrPath);
            AttributeMapping moved = changed.remove(from);
            changed.add(Math.max(0, Math.min(changed.size(), from + places)), moved);
            return changed;
        });
    }

    private void change(long version, UnaryOperator<List<AttributeMapping>> change) {
        Caller caller = caller();
        ResourceType type = schemas.user();
        Conflicts.retried(() -> writer.map(caller, version, change, type));
    }

    private static int position(List<AttributeMapping> mappings, String attrPath) {
        for (int i = 0; i < mappings.size(); i++) {
            if (mappings.get(i).attrPath().equals(attrPath)) {
                return i;
            }
        }
        throw new ImportRefused(Reason.MAPPING_GONE, null, attrPath);
    }

    /**
     * When a schedule comes next.
     *
     * @param cron a UNIX cron expression of five fields
     * @param zone whose clocks count
     * @param count how many times at most
     * @return the next times; empty where the expression is none
     */
    public List<Instant> next(String cron, ZoneId zone, int count) {
        try {
            CronSchedule schedule = CronSchedule.of(cron, zone);
            return Stream.iterate(
                            schedule.after(Instant.now()), Optional::isPresent, time -> schedule.after(time.get()))
                    .limit(count)
                    .map(Optional::get)
                    .toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    /** {@return the attributes that can be mapped, as mappings name them} */
    public List<String> attributes() {
        return MappingTarget.all(schemas.user());
    }

    /**
     * A time zone by its name.
     *
     * @param typed such as {@code Europe/Berlin}
     * @return the zone
     * @throws ImportRefused when there is none of that name
     */
    public ZoneId zone(String typed) {
        return RuleChecks.zone(typed);
    }

    /**
     * Tries settings and mappings on somebody of Okta: what each attribute of them would be, or why it cannot be. Nothing is
     * changed.
     *
     * @param login the user's login, or Okta's id
     * @param settings of which the username format counts, saved or not
     * @param mappings saved or not
     * @return what came of it
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public MappingTrial tryOut(String login, ImportSettings settings, List<AttributeMapping> mappings) {
        UserLookup.Found found = lookup.find(
                settings.appId(), Objects.requireNonNullElse(login, "").strip());
        return MappingTrial.of(found, settings, mappings, schemas.user());
    }

    private Caller caller() {
        return new Caller(
                Caller.Kind.ADMINISTRATOR, null, session.getCallerPrincipal().getName(), Scope.WRITE, null);
    }
}
