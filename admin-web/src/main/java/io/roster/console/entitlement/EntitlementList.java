package io.roster.console.entitlement;

import io.roster.entitlement.EntitlementType;
import io.roster.entitlement.Entitlements;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** The list of roles, or that of licence types. */
@Named
@RequestScoped
public class EntitlementList {

    @EJB
    private Entitlements entitlements;

    private EntitlementType read;
    private List<EntitlementRow> rows;

    /**
     * @param type which kind
     * @return all of that kind, by name
     */
    public List<EntitlementRow> of(EntitlementType type) {
        // A page asks several times while it is written.
        if (read != type) {
            Map<String, Integer> people = entitlements.people(type);
            rows = entitlements.list(type).stream()
                    .map(each -> new EntitlementRow(each, people.getOrDefault(each.getId(), 0)))
                    .toList();
            read = type;
        }
        return rows;
    }
}
