package io.roster.hooks;

import io.roster.access.ApiTokens;
import io.roster.access.Caller;
import io.roster.hook.ImportHook;
import io.roster.scim.protocol.ScimException;
import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * {@code POST /hooks/okta/import}: Okta's user import inline hook. A servlet, since there is one address and one method, and
 * Okta waits for it. Okta repeats a request once after a time-out or a 5xx, and never after a 4xx.
 */
@WebServlet("/okta/import")
public class ImportHookEndpoint extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(ImportHookEndpoint.class.getName());

    @EJB
    private transient ApiTokens tokens;

    @EJB
    private transient ImportHook hook;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            // Before anything else, so that a stranger does not learn what there is.
            Caller caller = tokens.authenticate(request.getHeader("Authorization"));
            caller.mayAnswerHooks();
            if (!request.getMethod().equals("POST")) {
                response.setHeader("Allow", "POST");
                throw ScimException.methodNotAllowed("An inline hook is asked by POST.");
            }
            HookJson.write(response, HttpServletResponse.SC_OK, hook.answer(caller, HookJson.body(request)));
        } catch (ScimException refusal) {
            if (refusal.status() == HttpServletResponse.SC_UNAUTHORIZED) {
                response.setHeader("WWW-Authenticate", "Bearer realm=\"Roster hooks\"");
            }
            HookJson.refuse(response, refusal.status(), refusal.getMessage());
        } catch (RuntimeException e) {
            String correlationId = UUID.randomUUID().toString();
            LOG.log(Level.SEVERE, "An inline hook failed, correlation id " + correlationId, e);
            HookJson.refuse(
                    response,
                    HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
                    "Roster could not decide. Its log says more under the correlation id " + correlationId + ".");
        }
    }
}
