package io.roster.console.syncback;

import io.roster.console.reader.Texts;
import io.roster.console.reader.UncountedList;
import io.roster.outbox.Syncback;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** The runs of sync-back, newest first. */
@Named
@RequestScoped
public class RunList extends UncountedList<RunRow> {

    @EJB
    private Syncback syncback;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Texts texts;

    @PostConstruct
    void load() {
        load(QueueAddress.number(request.getParameter("page")), (offset, most) -> syncback.runs(offset, most).stream()
                .map(run -> new RunRow(run, texts))
                .toList());
    }

    @Override
    protected Texts texts() {
        return texts;
    }

    @Override
    protected String address() {
        return "sync-back-runs";
    }
}
