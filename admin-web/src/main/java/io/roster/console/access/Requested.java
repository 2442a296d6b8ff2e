package io.roster.console.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The page that somebody asked for before signing in. */
@Named
@RequestScoped
public class Requested {

    @Inject
    private HttpServletRequest request;

    /** @return the address of the sign-in page that leads back to this request's page, if it is one that can be read */
    public String getSignInPage() {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        boolean readable = request.getMethod().equals("GET") && path.length() > 1;
        return readable ? "/sign-in?from=" + URLEncoder.encode(path + query, StandardCharsets.UTF_8) : "/sign-in";
    }
}
