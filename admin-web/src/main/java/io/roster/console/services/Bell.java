package io.roster.console.services;

import io.roster.console.reader.Identity;
import io.roster.telephony.BulkWork;
import io.roster.telephony.BulkWorks;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The bell in the top bar: work of the reader's that runs, or that ended and was not looked at since. */
@Named
@RequestScoped
public class Bell {

    private static final int LATEST = 50;

    @EJB
    private BulkWorks works;

    @Inject
    private Identity identity;

    private List<BulkWork> unseen = List.of();

    @PostConstruct
    void read() {
        if (identity.isSignedIn()) {
            unseen = works.unseen();
        }
    }

    /** @return work that runs or is not looked at yet, the newest first */
    public List<BulkWork> getUnseen() {
        return unseen;
    }

    /** @return how much of it has ended */
    public long getEnded() {
        return unseen.stream().filter(work -> work.ended() != null).count();
    }

    /** @return whether some of it runs */
    public boolean isRunning() {
        return unseen.stream().anyMatch(work -> work.ended() == null);
    }

    /** @return all administrators' latest work, the newest first */
    public List<BulkWork> getLatest() {
        return works.latest(LATEST);
    }
}
