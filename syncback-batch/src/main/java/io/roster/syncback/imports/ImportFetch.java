package io.roster.syncback.imports;

import io.roster.imports.ImportKind;
import io.roster.imports.ImportLease;
import io.roster.imports.ImportPages;
import io.roster.imports.ImportRun;
import io.roster.imports.ImportStep;
import io.roster.imports.LinkedPeople;
import io.roster.okta.OktaConnections;
import io.roster.okta.OktaRefused;
import io.roster.outbox.SyncbackRuns;
import io.roster.syncback.OktaCalls;
import io.roster.syncback.PacedOkta;
import io.roster.syncback.okta.OktaClients;
import io.roster.syncback.okta.OktaDirectory;
import io.roster.syncback.okta.OktaException;
import jakarta.batch.api.BatchProperty;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;

/** Reads Okta. No transaction is open while it does. */
@Named
@Dependent
public class ImportFetch extends ImportBatchlet {

    @EJB
    private ImportPages pages;

    @EJB
    private LinkedPeople people;

    @EJB
    private OktaConnections connections;

    @EJB
    private SyncbackRuns syncback;

    @Inject
    private OktaClients clients;

    @Inject
    private OktaCalls calls;

    /** How many minutes Okta may fail, or put off, one call. */
    @Inject
    @BatchProperty
    private String patience;

    @Override
    ImportStep step() {
        return ImportStep.FETCH;
    }

    @Override
    String work(ImportRun current, ImportLease own) {
        var patient = new PatientOkta(
                calls,
                syncback.settings().sharePercent(),
                Duration.ofMinutes(Long.parseLong(patience)),
                this::isStopped,
                sentence -> waits(own, sentence),
                new PacedOkta.Time());
        try (OktaDirectory directory = clients.openDirectory(connections.current())) {
            ImportOkta okta = new ImportOkta(directory, patient, current.appId());
            try {
                fetch(okta, current, own);
            } catch (OktaException e) {
                throw new ImportFailure(okta.sentence(e), e);
            }
        } catch (OktaRefused e) {
            throw new ImportFailure("There is no connection to Okta: enter it in the settings of sync-back.", e);
        }
        return DONE;
    }

    private void fetch(ImportOkta okta, ImportRun current, ImportLease own) {
        UserFetch users = new UserFetch(okta, pages, people, own);
        if (current.kind() == ImportKind.INCREMENTAL) {
            users.incremental(current);
        } else {
            users.full();
        }
        new GroupFetch(okta, pages, own).all(current);
        if (current.kind() == ImportKind.COMPARISON) {
            new PushFetch(okta, pages, own).all();
        }
    }
}
