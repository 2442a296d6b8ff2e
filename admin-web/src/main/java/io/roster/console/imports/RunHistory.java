package io.roster.console.imports;

import io.roster.console.reader.Texts;
import io.roster.imports.Imports;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The runs of the import, newest first. */
@Named
@RequestScoped
public class RunHistory {

    private static final int PAGE = 50;

    @EJB
    private Imports imports;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Texts texts;

    private int page;
    private boolean more;
    private List<RunLine> rows;

    @PostConstruct
    void load() {
        page = ReviewAddress.number(request.getParameter("page"));
        List<RunLine> found = imports.runs((page - 1) * PAGE, PAGE + 1).stream()
                .map(run -> new RunLine(run, texts))
                .toList();
        more = found.size() > PAGE;
        rows = more ? found.subList(0, PAGE) : found;
    }

    /** @return the runs on this page */
    public List<RunLine> getRows() {
        return rows;
    }

    /** @return from where to where the page goes, in words */
    public String getRange() {
        int before = (page - 1) * PAGE;
        return texts.of("sync.runs.range", before + 1, before + rows.size());
    }

    /** @return whether another page follows */
    public boolean isMore() {
        return more;
    }

    /** @return {@code false}: runs are not counted */
    public boolean isExact() {
        return false;
    }

    /** @return the number of the page, from 1 */
    public int getPage() {
        return page;
    }

    /**
     * @param number the number of a page
     * @return its address
     */
    public String pageAt(int number) {
        return number == 1 ? "import-runs" : "import-runs?page=" + number;
    }
}
