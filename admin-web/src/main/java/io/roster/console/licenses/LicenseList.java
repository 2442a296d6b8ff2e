package io.roster.console.licenses;

import io.roster.telephony.LicenseReport;
import io.roster.telephony.LicenseUse;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;

/** The list of licences, with how their seats are used. */
@Named
@RequestScoped
public class LicenseList {

    @EJB
    private LicenseReport report;

    private List<LicenseUse> licenses;

    @PostConstruct
    void load() {
        licenses = report.all();
    }

    /** @return every licence type, by name */
    public List<LicenseUse> getLicenses() {
        return licenses;
    }
}
