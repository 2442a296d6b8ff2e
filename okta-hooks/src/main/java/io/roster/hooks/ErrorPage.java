package io.roster.hooks;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers for the container, so that nobody sees its error page: all of it but one address is nothing. */
@WebServlet("/error")
public class ErrorPage extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? code
                : HttpServletResponse.SC_NOT_FOUND;
        HookJson.refuse(
                response,
                status,
                status == HttpServletResponse.SC_NOT_FOUND
                        ? "There is nothing at this path. The import inline hook is at /hooks/okta/import."
                        : "The request cannot be answered.");
    }
}
