package io.roster.console.imports;

import io.roster.console.reader.Texts;
import io.roster.console.reader.UncountedList;
import io.roster.imports.Imports;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** The runs of the import, newest first. */
@Named
@RequestScoped
public class RunHistory extends UncountedList<RunLine> {

    @EJB
    private Imports imports;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Texts texts;

    @PostConstruct
    void load() {
        load(ReviewAddress.number(request.getParameter("page")), (offset, most) -> imports.runs(offset, most).stream()
                .map(run -> new RunLine(run, texts))
                .toList());
    }

    @Override
    protected Texts texts() {
        return texts;
    }

    @Override
    protected String address() {
        return "import-runs";
    }
}
