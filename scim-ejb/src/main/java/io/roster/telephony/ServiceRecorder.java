package io.roster.telephony;

import io.roster.access.Caller;
import io.roster.outbox.Changed;
import io.roster.outbox.Outbox;
import io.roster.persistence.Sql;
import io.roster.scim.schema.ResourceType;
import io.roster.user.PersonLifecycle;
import io.roster.user.PersonServices;
import io.roster.user.PersonServices.AssignedLicense;
import io.roster.user.ServicedPeople;
import io.roster.user.ServicedPeople.Served;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * Brings people's documents in line with the tables of telephony, within the transaction that changes these: the one
 * place that every assignment and release ends in.
 */
@ApplicationScoped
public class ServiceRecorder {

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    @Resource(lookup = "jdbc/roster")
    private DataSource dataSource;

    @Inject
    private ServicedPeople people;

    @Inject
    private Outbox outbox;

    /**
     * Writes what these people have now into their documents, with an event each, and leaves a row in the outbox for
     * those whose number or extension changed and whom Okta knows. Their rows must have been locked by
     * {@link ServicedPeople#lock} before the tables were changed.
     *
     * @param caller who changed it
     * @param type the resource type User
     * @param personIds SCIM ids, {@value ServicedPeople#MOST} at most; ids of nobody are passed over
     */
    public void record(Caller caller, ResourceType type, Collection<String> personIds) {
        if (personIds.isEmpty()) {
            return;
        }
        entities.flush();
        outbox.changed(people.store(caller, type, services(personIds)).stream()
                .filter(ServiceRecorder::concernsOkta)
                .map(one -> new Changed(one.personId(), one.externalId()))
                .toList());
    }

    /** Okta hears of what somebody had before Okta knew them, as when it links a person that was made in the console. */
    void linked(@Observes PersonLifecycle event) {
        if (event.kind() == PersonLifecycle.Kind.LINKED && event.externalId() != null) {
            PersonServices services = services(List.of(event.personId())).get(event.personId());
            if (services.phoneNumber() != null || services.extension() != null) {
                outbox.changed(List.of(new Changed(event.personId(), event.externalId())));
            }
        }
    }

    // Licences stay in Roster; number and extension are what Okta's profile gets.
    private static boolean concernsOkta(Served one) {
        return one.externalId() != null
                && !(Objects.equals(one.before().phoneNumber(), one.now().phoneNumber())
                        && Objects.equals(one.before().extension(), one.now().extension()));
    }

    private Map<String, PersonServices> services(Collection<String> personIds) {
        List<String> ids = List.copyOf(new TreeSet<>(personIds));
        Map<String, String> numbers = column("select person_id, number from phone_number where person_id in ", ids);
        Map<String, String> extensions =
                column("select person_id, extension from extension_number where person_id in ", ids);
        Map<String, List<AssignedLicense>> licenses = licenses(ids);
        Map<String, PersonServices> services = new LinkedHashMap<>();
        for (String id : ids) {
            services.put(
                    id, new PersonServices(numbers.get(id), extensions.get(id), licenses.getOrDefault(id, List.of())));
        }
        return services;
    }

    private Map<String, String> column(String select, List<String> ids) {
        Map<String, String> values = new HashMap<>();
        new Sql(select + Sql.places(ids.size()), List.copyOf(ids))
                .list(dataSource, row -> values.put(row.getString(1), row.getString(2)));
        return values;
    }

    private Map<String, List<AssignedLicense>> licenses(List<String> ids) {
        Map<String, List<AssignedLicense>> licenses = new HashMap<>();
        new Sql(
                        "select s.person_id, l.id, l.display_name from license_seat s join license l on l.id = s.license_id"
                                + " where s.state = 'HELD' and s.person_id in " + Sql.places(ids.size())
                                + " order by s.person_id, l.id",
                        List.copyOf(ids))
                .list(dataSource, row -> licenses.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                        .add(new AssignedLicense(row.getString(2), row.getString(3))));
        return licenses;
    }
}
