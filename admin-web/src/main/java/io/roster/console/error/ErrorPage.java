package io.roster.console.error;

import io.roster.console.reader.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.ViewExpiredException;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The page for every error: what happened and what to do now, and an id under which the log says the rest. */
@Named
@RequestScoped
public class ErrorPage {

    private static final Logger LOG = Logger.getLogger(ErrorPage.class.getName());

    private final String id = UUID.randomUUID().toString();

    @Inject
    private HttpServletRequest request;

    @Inject
    private Texts texts;

    private int status;
    private boolean expired;

    @PostConstruct
    void look() {
        Throwable cause = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        boolean forbidden = false;
        for (Throwable each = cause; each != null; each = each.getCause()) {
            expired |= each instanceof ViewExpiredException;
            forbidden |= each instanceof EJBAccessException;
        }
        Integer code = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        status = forbidden ? HttpServletResponse.SC_FORBIDDEN : code == null ? HttpServletResponse.SC_NOT_FOUND : code;
        if (status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR && !expired) {
            LOG.log(
                    Level.SEVERE,
                    cause,
                    () -> "Error " + id + " at " + request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        }
    }

    /** @return the HTTP status of the answer */
    public int getStatus() {
        return expired ? HttpServletResponse.SC_CONFLICT : status;
    }

    private String key() {
        if (expired) {
            return "error.expired";
        }
        return switch (status) {
            case HttpServletResponse.SC_FORBIDDEN -> "error.forbidden";
            case HttpServletResponse.SC_NOT_FOUND -> "error.missing";
            default -> "error.failed";
        };
    }

    /** @return what happened */
    public String getTitle() {
        return texts.of(key() + ".title");
    }

    /** @return why, and what to do now */
    public String getAdvice() {
        return texts.of(key());
    }

    /** @return whether the same page can just be opened again */
    public boolean isExpired() {
        return expired;
    }

    /** @return the path of the page where it happened; {@code null} when this page was opened by itself */
    public String getPath() {
        return (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    }

    /** @return what to tell whoever reads the log; {@code null} where it has nothing to say */
    public String getId() {
        return status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR && !expired ? id : null;
    }
}
