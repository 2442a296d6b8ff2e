package io.roster.console.access;

import io.roster.access.Administrators;
import io.roster.access.TooManyAttemptsException;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** Tells Jakarta Security who an administrator is; the role is the one group. */
@ApplicationScoped
public class RosterIdentityStore implements IdentityStore {

    @EJB
    private Administrators administrators;

    @Inject
    private HttpServletRequest request;

    @Inject
    private SignInRefusal refusal;

    /**
     * Checks a userName and a password.
     *
     * @param credential as typed
     * @return who it is, or that the credential is not valid
     */
    public CredentialValidationResult validate(UsernamePasswordCredential credential) {
        try {
            return administrators
                    .authenticate(credential.getCaller(), credential.getPasswordAsString(), request.getRemoteAddr())
                    .map(found -> new CredentialValidationResult(found.getUserName(), Set.of(found.getRole())))
                    .orElse(CredentialValidationResult.INVALID_RESULT);
        } catch (TooManyAttemptsException e) {
            refusal.blockedUntil(e.getUntil());
            return CredentialValidationResult.INVALID_RESULT;
        }
    }
}
