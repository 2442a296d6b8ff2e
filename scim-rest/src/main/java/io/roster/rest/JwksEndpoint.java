package io.roster.rest;

import io.roster.okta.Jwks;
import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * {@code /scim/jwks.json}: the public keys with which Okta checks what Roster signs. For everybody, because that is what
 * public keys are for; nothing else can be asked here.
 */
@WebServlet("/jwks.json")
public class JwksEndpoint extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** How long a copy may be used; a new key is served before it is used, for longer than this. */
    private static final int SECONDS = 300;

    @EJB
    private transient Jwks jwks;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = jwks.json().getBytes(StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", "public, max-age=" + SECONDS);
        // Never 304: over HTTP/2 Liberty leaves that answer without an end, and who asked for the keys waits in vain.
        response.setHeader("ETag", version(body));
        response.setContentType("application/json");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static String version(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(hash) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java knows SHA-256", e);
        }
    }
}
