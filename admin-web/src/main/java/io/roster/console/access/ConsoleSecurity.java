package io.roster.console.access;

import io.roster.access.Roles;
import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.CustomFormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.LoginToContinue;

/** How people sign in to the console: with a page of its own. */
@CustomFormAuthenticationMechanismDefinition(
        loginToContinue =
                @LoginToContinue(loginPage = "#{requested.signInPage}", errorPage = "", useForwardToLogin = false))
@DeclareRoles({Roles.ADMINISTRATOR, Roles.AUDITOR})
@ApplicationScoped
public class ConsoleSecurity {}
