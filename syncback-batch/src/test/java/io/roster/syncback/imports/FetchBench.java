package io.roster.syncback.imports;

import io.roster.imports.ImportKind;
import io.roster.imports.ImportLease;
import io.roster.imports.ImportRun;
import io.roster.imports.ImportState;
import io.roster.imports.ImportStep;
import io.roster.imports.LinkedPeople;
import io.roster.okta.OktaConnection;
import io.roster.okta.OktaCredentials.ApiToken;
import io.roster.okta.simulator.OktaOrg;
import io.roster.okta.simulator.api.OktaApi;
import io.roster.okta.simulator.org.Mapping;
import io.roster.okta.simulator.org.Person;
import io.roster.okta.simulator.org.PushedGroup;
import io.roster.syncback.OktaCalls;
import io.roster.syncback.VirtualTime;
import io.roster.syncback.okta.OktaClients;
import io.roster.syncback.okta.OktaDirectory;
import io.roster.syncback.okta.OktaException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** The step that fetches, from a simulated Okta into memory, in time that passes only while the step waits. */
final class FetchBench implements AutoCloseable {

    static final String APP = "0oa1simulatedApp0h7";
    static final Duration PATIENCE = Duration.ofMinutes(30);

    final OktaOrg org;
    final OktaApi okta;
    final MemoryPages pages = new MemoryPages();
    final VirtualTime time = new VirtualTime();
    final AtomicInteger requests = new AtomicInteger();

    /** Okta's ids of the people who are linked in Roster. */
    final Set<String> linked = new TreeSet<>();

    /** What was said while the step waited; {@code null} for its end. */
    final List<String> waits = new ArrayList<>();

    /** How many requests are let through before the step is stopped. */
    int stopAfter = Integer.MAX_VALUE;

    /** How many may be gone before the safeguard holds the run. */
    OptionalLong enoughToHold = OptionalLong.empty();

    FetchBench(int people, int groups) {
        try {
            org = OktaOrg.at(URI.create("http://localhost:1/scim/v2")).open();
            org.hire(people);
            org.found(groups);
            okta = OktaApi.of(org).unlimited().start(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        okta.appGroups().assign(groups());
        okta.hooks().before(request -> requests.incrementAndGet());
    }

    List<PushedGroup> groups() {
        return org.groups(Mapping.PUSHED);
    }

    Set<String> ids() {
        return org.people().stream().map(Person::oktaId).collect(Collectors.toSet());
    }

    private final LinkedPeople people = new LinkedPeople() {
        @Override
        public List<String> without(Set<String> named) {
            return linked.stream().filter(id -> !named.contains(id)).toList();
        }

        @Override
        public Set<String> among(Collection<String> oktaIds) {
            return oktaIds.stream().filter(linked::contains).collect(Collectors.toSet());
        }

        @Override
        public OptionalLong enoughToHold() {
            return enoughToHold;
        }
    };

    void full() {
        fetch(run(ImportKind.FULL, null));
    }

    void incremental(Instant since) {
        fetch(run(ImportKind.INCREMENTAL, since));
    }

    private void fetch(ImportRun run) {
        ImportLease lease = new ImportLease(run.id(), "x");
        var calls =
                new PatientOkta(new OktaCalls(), 100, PATIENCE, () -> requests.get() >= stopAfter, waits::add, time);
        var connection = new OktaConnection(okta.base(), new ApiToken(okta.token()));
        try (OktaDirectory directory = new OktaClients().openDirectory(connection)) {
            ImportOkta asked = new ImportOkta(directory, calls, run.appId());
            try {
                UserFetch users = new UserFetch(asked, pages, people, lease);
                if (run.kind() == ImportKind.FULL) {
                    users.full();
                } else {
                    users.incremental(run);
                }
                new GroupFetch(asked, pages, lease).all(run);
            } catch (OktaException e) {
                throw new ImportFailure(asked.sentence(e), e);
            }
        }
    }

    private static ImportRun run(ImportKind kind, Instant since) {
        Instant now = Instant.now();
        return new ImportRun(
                "run",
                kind,
                "TIMER",
                false,
                null,
                APP,
                "here",
                now,
                now,
                null,
                ImportState.RUNNING,
                ImportStep.FETCH,
                null,
                since,
                null,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                null,
                null,
                null,
                null,
                false);
    }

    @Override
    public void close() {
        okta.close();
    }
}
