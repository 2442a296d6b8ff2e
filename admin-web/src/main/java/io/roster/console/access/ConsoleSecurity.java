package io.roster.console.access;

import io.roster.access.Logins;
import io.roster.access.Roles;
import io.roster.access.SignedIn;
import jakarta.annotation.security.DeclareRoles;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * How people sign in to the console: with a page of its own, and then with a cookie that each server of the database knows.
 * Why not with the container's own form and cookie: docs/decisions/0038.
 */
@DeclareRoles({Roles.ADMINISTRATOR, Roles.AUDITOR})
@ApplicationScoped
public class ConsoleSecurity implements HttpAuthenticationMechanism {

    @EJB
    private Logins logins;

    @Inject
    private IdentityStoreHandler stores;

    @Inject
    private LoginCookie cookie;

    @Inject
    private Requested requested;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        Credential typed = context.getAuthParameters().getCredential();
        if (typed != null) {
            return signIn(request, response, context, typed);
        }
        Optional<SignedIn> known = cookie.secret(request).flatMap(logins::find);
        if (known.isPresent()) {
            SignedIn somebody = known.get();
            return context.notifyContainerAboutLogin(somebody.userName(), Set.of(somebody.role()));
        }
        return context.isProtected() ? ask(request, response) : context.doNothing();
    }

    private AuthenticationStatus signIn(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context, Credential typed) {
        CredentialValidationResult result = stores.validate(typed);
        if (result.getStatus() != CredentialValidationResult.Status.VALID) {
            return AuthenticationStatus.SEND_FAILURE;
        }
        // Whoever was signed in in this browser before is so no longer.
        cookie.secret(request).ifPresent(logins::end);
        cookie.set(request, response, logins.begin(result.getCallerPrincipal().getName()));
        return context.notifyContainerAboutLogin(result);
    }

    private AuthenticationStatus ask(HttpServletRequest request, HttpServletResponse response)
            throws AuthenticationException {
        try {
            response.sendRedirect(request.getContextPath() + requested.getSignInPage());
            return AuthenticationStatus.SEND_CONTINUE;
        } catch (IOException e) {
            throw new AuthenticationException(e);
        }
    }

    @Override
    public void cleanSubject(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        cookie.secret(request).ifPresent(logins::end);
        cookie.clear(request, response);
        context.cleanClientSubject();
    }
}
