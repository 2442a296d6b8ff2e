package io.roster.console.access;

import io.roster.console.reader.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Logger;

/** The sign-in page. */
@Named
@RequestScoped
public class SignIn {

    private static final Logger LOG = Logger.getLogger(SignIn.class.getName());

    @Inject
    private SecurityContext security;

    @Inject
    private SignInRefusal refusal;

    @Inject
    private Texts texts;

    private String problem;

    /** Checks what was typed; goes on to the page that was asked for, or answers 401 with the page and the reason. */
    public void submit() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext external = faces.getExternalContext();
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        HttpServletResponse response = (HttpServletResponse) external.getResponse();
        String userName = request.getParameter("user");
        String password = request.getParameter("password");
        if (userName == null || userName.isBlank() || password == null || password.isEmpty()) {
            refuse(response, texts.of("sign-in.incomplete"));
            return;
        }
        // A session that began before, and that somebody else may know, ends here
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        AuthenticationParameters typed = AuthenticationParameters.withParams()
                .credential(new UsernamePasswordCredential(userName.strip(), password))
                .newAuthentication(true);
        AuthenticationStatus status = security.authenticate(request, response, typed);
        if (status == AuthenticationStatus.SUCCESS) {
            if (!response.isCommitted()) {
                external.redirect(request.getContextPath() + ReturnPath.of(request.getParameter("from")));
            }
            faces.responseComplete();
        } else {
            LOG.info(() -> "Sign-in refused from " + request.getRemoteAddr());
            refuse(response, reason());
        }
    }

    private void refuse(HttpServletResponse response, String reason) {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        problem = reason;
    }

    private String reason() {
        Instant until = refusal.getBlockedUntil();
        if (until == null) {
            return texts.of("sign-in.wrong");
        }
        long seconds = Math.max(1, Duration.between(Instant.now(), until).toSeconds());
        return seconds < 60
                ? texts.of("sign-in.blocked.seconds", seconds)
                : texts.of("sign-in.blocked.minutes", (seconds + 59) / 60);
    }

    /** @return why the last attempt was refused; {@code null} before it */
    public String getProblem() {
        return problem;
    }
}
