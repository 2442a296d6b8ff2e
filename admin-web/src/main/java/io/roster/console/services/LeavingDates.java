package io.roster.console.services;

import io.roster.console.reader.Texts;
import io.roster.console.reader.Times;
import io.roster.telephony.ServiceKind;
import io.roster.telephony.ServicePolicies;
import io.roster.telephony.ServicePolicy;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Until when the services of a deactivated person are kept. */
@Named
@RequestScoped
public class LeavingDates {

    @EJB
    private ServicePolicies policies;

    @Inject
    private Texts texts;

    @Inject
    private Times times;

    private List<ServicePolicy> stored;

    /**
     * @param kind a kind of service
     * @param left when the person was deactivated; may be {@code null}
     * @return until when it is kept, in words
     */
    public String kept(ServiceKind kind, Instant left) {
        if (stored == null) {
            stored = policies.list();
        }
        Optional<Instant> due =
                left == null ? Optional.empty() : stored.get(kind.ordinal()).dueAt(left);
        return due.map(end -> texts.of("service.kept.until", times.day(end))).orElseGet(() -> texts.of("service.kept"));
    }
}
