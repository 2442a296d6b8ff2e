package io.roster.console.licenses;

import io.roster.telephony.LicenseReport;
import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;

/** Everybody who has a reason for a licence, as CSV (RFC 4180). Written while it is read, so that 100,000 take no memory. */
@WebServlet("/license.csv")
public class SeatExport extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @EJB
    private LicenseReport report;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = request.getParameter("id");
        if (id == null || report.of(id).isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND, "no such licence");
            return;
        }
        response.setContentType("text/csv");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + id + ".csv\"");
        response.setHeader("Cache-Control", "no-store");
        PrintWriter out = response.getWriter();
        // Without it, Excel takes UTF-8 for something else.
        out.write('\uFEFF');
        out.write(SeatLine.HEADER);
        report.each(id, holder -> out.write(SeatLine.of(id, holder)));
    }
}
