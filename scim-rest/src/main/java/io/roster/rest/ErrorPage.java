package io.roster.rest;

import io.roster.scim.protocol.ScimException;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Answers what the container refuses by itself, such as a path outside the SCIM service, with a SCIM Error. */
@WebServlet("/error")
public class ErrorPage extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        // Whoever asks for this page itself gets what any other unknown path gets.
        ScimException refusal =
                Errors.refusal(status instanceof Integer code ? code : HttpServletResponse.SC_NOT_FOUND);
        response.setStatus(refusal.status());
        response.setContentType(MediaTypes.SCIM);
        response.getOutputStream().write(refusal.toJson().toString().getBytes(StandardCharsets.UTF_8));
    }
}
