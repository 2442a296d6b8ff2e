package io.roster.console.reader;

import io.roster.access.Roles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.SecurityContext;
import java.security.Principal;

/** Who is signed in. Only what pages offer depends on it; what a person may do is decided in the boundaries. */
@Named
@RequestScoped
public class Identity {

    @Inject
    private SecurityContext security;

    /** @return whether somebody is signed in */
    public boolean isSignedIn() {
        return security.getCallerPrincipal() != null;
    }

    /** @return the userName, empty when nobody is signed in */
    public String getName() {
        Principal principal = security.getCallerPrincipal();
        return principal == null ? "" : principal.getName();
    }

    /** @return the role's name, as in the bundle's keys */
    public String getRole() {
        return isAdministrator() ? Roles.ADMINISTRATOR : Roles.AUDITOR;
    }

    /** @return whether pages offer what changes something */
    public boolean isAdministrator() {
        return security.isCallerInRole(Roles.ADMINISTRATOR);
    }
}
