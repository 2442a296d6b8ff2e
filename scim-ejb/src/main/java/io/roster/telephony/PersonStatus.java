package io.roster.telephony;

import io.roster.access.Caller;
import io.roster.access.Roles;
import io.roster.access.Scope;
import io.roster.outbox.Outbox;
import io.roster.persistence.Source;
import io.roster.scim.patch.PatchOperation;
import io.roster.scim.protocol.Preconditions;
import io.roster.scim.protocol.ScimException;
import io.roster.telephony.ServicesRefused.Reason;
import io.roster.user.People;
import io.roster.user.Person;
import io.roster.user.Users;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Map;

/**
 * People who are deactivated and reactivated by an administrator. Whether somebody is active belongs to whoever owns the
 * person; of those whom Okta owns, an administrator decides only where the settings have Okta follow.
 */
@Stateless
@RolesAllowed(Roles.ADMINISTRATOR)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PersonStatus {

    private static final JsonBuilderFactory JSON = JsonProvider.provider().createBuilderFactory(Map.of());

    @EJB
    private People people;

    @EJB
    private Users users;

    @Inject
    private Outbox outbox;

    @Resource
    private SessionContext session;

    /**
     * @param person somebody
     * @return whether an administrator may deactivate that person, or reactivate one who is deactivated
     */
    public boolean isOurs(Person person) {
        return person.getSource() == Source.CONSOLE || outbox.follows(!person.isActive());
    }

    /**
     * Deactivates or reactivates a person, with all that this means for the services. Nothing happens where it is so already.
     *
     * @param personId the SCIM id
     * @param active whether the person is active from now on
     * @throws ServicesRefused when Okta decides about the person, or there is none of that id
     */
    public void change(String personId, boolean active) {
        Person person = people.find(personId).orElseThrow(() -> new ServicesRefused(Reason.GONE));
        if (person.isActive() == active) {
            return;
        }
        if (!isOurs(person)) {
            throw new ServicesRefused(Reason.OKTA_DECIDES);
        }
        String name = session.getCallerPrincipal().getName();
        Caller caller = new Caller(Caller.Kind.ADMINISTRATOR, null, name, Scope.WRITE, null);
        try {
            users.patch(caller, personId, setting(active), Preconditions.NONE);
        } catch (ScimException e) {
            throw new ServicesRefused(Reason.GONE);
        }
    }

    private static List<PatchOperation> setting(boolean active) {
        return PatchOperation.parse(JSON.createObjectBuilder()
                .add("schemas", JSON.createArrayBuilder().add("urn:ietf:params:scim:api:messages:2.0:PatchOp"))
                .add(
                        "Operations",
                        JSON.createArrayBuilder()
                                .add(JSON.createObjectBuilder()
                                        .add("op", "replace")
                                        .add("path", "active")
                                        .add("value", active)))
                .build());
    }
}
