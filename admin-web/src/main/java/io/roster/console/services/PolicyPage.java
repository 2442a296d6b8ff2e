package io.roster.console.services;

import io.roster.console.reader.Texts;
import io.roster.telephony.ServiceKind;
import io.roster.telephony.ServicePolicies;
import io.roster.telephony.ServicePolicy;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What becomes of the services of those who are deactivated. Lives as long as the page, and remembers which policies it
 * shows. What would free something of those who have left already is done when it was confirmed.
 */
@Named
@ViewScoped
public class PolicyPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private ServicePolicies policies;

    @Inject
    private ServiceWords words;

    @Inject
    private Texts texts;

    private final ArrayList<PolicyRow> rows = new ArrayList<>();
    private String warning;

    @PostConstruct
    void read() {
        policies.list().forEach(policy -> rows.add(new PolicyRow(policy)));
    }

    /**
     * Stores them, unless that frees something at once: then it says what, and asks.
     *
     * @return this page, by a redirect; {@code null} when it asks
     */
    public String save() {
        Map<ServiceKind, Integer> freed = policies.freedBy(wanted());
        if (freed.isEmpty()) {
            return confirm();
        }
        warning = texts.of(
                "policy.frees",
                freed.entrySet().stream()
                        .map(entry -> words.sentence("policy.frees", entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining(", ")));
        return null;
    }

    /**
     * Stores them.
     *
     * @return this page, by a redirect
     */
    public String confirm() {
        words.tell(() -> policies.change(wanted()), "policy.saved");
        return "policies?faces-redirect=true";
    }

    private List<ServicePolicy> wanted() {
        return rows.stream().map(PolicyRow::wanted).toList();
    }

    /** @return a row for each kind of service */
    public List<PolicyRow> getRows() {
        return rows;
    }

    /** @return what storing them frees at once, in words; {@code null} where nothing is asked */
    public String getWarning() {
        return warning;
    }
}
