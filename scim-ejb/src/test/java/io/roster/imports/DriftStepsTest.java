package io.roster.imports;

import static io.roster.imports.OktaUsers.unassigned;
import static io.roster.imports.OktaUsers.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.roster.drift.Drift;
import io.roster.drift.DriftComparison;
import io.roster.drift.DriftKind;
import io.roster.drift.DriftQuery;
import io.roster.drift.DriftWriter;
import io.roster.drift.Drifts;
import io.roster.drift.PushMapping;
import io.roster.group.Groups;
import io.roster.okta.OktaAttributes;
import io.roster.okta.OktaConnections;
import io.roster.outbox.RunCause;
import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.TestDatabase;
import io.roster.scim.protocol.Preconditions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The steps of a comparison, on stored pages. */
@OnEachDatabase
class DriftStepsTest {
    private static final FetchedUser ADA = user("00uADA45678901234567", "ada@acme.example", "Ada", "Park");
    private static final FetchedUser BOB = user("00uBOB45678901234567", "bob@acme.example", "Bob", "Stone");
    private static final FetchedUser CY = user("00uCY345678901234567", "cy@acme.example", "Cy", "Day");
    private static final FetchedUser DEE = user("00uDEE45678901234567", "dee@acme.example", "Dee", "Lee");
    private static final DriftQuery PEOPLE = new DriftQuery(false, null, null);
    private static final DriftQuery GROUPS = new DriftQuery(true, null, null);

    @Parameter
    TestDatabase database;

    private ImportedOrg org;

    @BeforeEach
    void org() {
        org = new ImportedOrg(database);
    }

    private DriftComparison comparison() {
        return org.outside()
                .with(OktaConnections.class, new OktaConnections() {
                    @Override
                    public OktaAttributes attributes() {
                        return new OktaAttributes(null, null);
                    }
                })
                .with(DriftWriter.class, new DriftWriter() {
                    @Override
                    public Boolean write(ImportLease lease, Comparisons.Page page, List<Drift> rows) {
                        return org.call(DriftWriter.class, writer -> writer.write(lease, page, rows));
                    }

                    @Override
                    public Boolean show(
                            ImportLease lease, List<Drift> rows, List<PushMapping> mappings, String refusal) {
                        return org.call(DriftWriter.class, writer -> writer.show(lease, rows, mappings, refusal));
                    }
                })
                .get(DriftComparison.class);
    }

    private ImportLease lease() {
        String run = org.run(ImportKind.COMPARISON, false);
        org.change("update import_lease set run_id = ?1, holder = 'h' where id = 1", run);
        return new ImportLease(run, "h");
    }

    private void compare(ImportLease lease) {
        while (comparison().step(lease)) {
            // until all pages are done
        }
        assertThat(comparison().finish(lease)).isTrue();
        org.change("update import_run set state = 'DONE' where id = ?1", lease.runId());
    }

    private List<String> shown(DriftQuery query) {
        return org.outside().get(Drifts.class).page(query, 0, 50).stream()
                .map(drift -> drift.name() + " " + drift.kind() + " "
                        + drift.fields().stream().map(field -> field.name()).toList())
                .toList();
    }

    @Test
    void peopleAreOnOneSideOrDifferAndNobodyIsChanged() {
        List<String> ids = org.linked(List.of(ADA, BOB, CY));
        org.person("eve@acme.example", "eve@acme.example", "Eve", "Local");
        org.change("update person set active = false where id = ?1", ids.get(2));
        List<String> before = org.rows("select id, version from person order by id");
        ImportLease lease = lease();
        FetchedUser renamed = user(ADA.oktaId(), "ada@acme.example", "Adele", "Park");
        org.users(lease.runId(), 2, List.of(renamed, unassigned(BOB), CY, DEE));

        compare(lease);

        assertThat(shown(PEOPLE))
                .containsExactly(
                        "Ada Park DIFFERENT [name.givenName]",
                        "Cy Day DIFFERENT [active]",
                        "Dee Lee OKTA_ONLY []",
                        "Bob Stone ROSTER_ONLY [active]");
        assertThat(org.rows("select id, version from person order by id")).isEqualTo(before);
        assertThat(org.candidates()).isEmpty();
        assertThat(org.rows("select users_matched from import_run")).containsExactly("4");
        Drifts drifts = org.outside().get(Drifts.class);
        assertThat(drifts.page(new DriftQuery(false, DriftKind.ROSTER_ONLY, "BOB"), 0, 50))
                .hasSize(1);
        assertThat(drifts.page(new DriftQuery(false, null, "stone"), 0, 50)).isEmpty();
        assertThat(drifts.counts().get(false)).containsEntry(DriftKind.DIFFERENT, 2L);
    }

    @Test
    void groupsAreOnOneSideOrDifferInNameOrMembers() {
        List<String> ids = org.linked(List.of(ADA, BOB, CY));
        group("Sales", "00gSALES678901234567", List.of(ids.get(0), ids.get(1)));
        group("Left", "00gLEFT5678901234567", List.of());
        group("Foreign", "entra-1", List.of());
        ImportLease lease = lease();
        org.group(
                lease.runId(),
                0,
                new FetchedGroup("00gSALES678901234567", "Sales EMEA", ""),
                List.of(BOB.oktaId(), CY.oktaId(), "00uNOTHERE8901234567"));
        org.group(lease.runId(), 1, new FetchedGroup("00gNEW345678901234567", "New", ""), List.of(ADA.oktaId()));
        pushed(lease, "mappings", mapping("gPm1", "00gSALES678901234567", "ACTIVE"));

        compare(lease);

        assertThat(shown(GROUPS))
                .containsExactly(
                        "Sales EMEA DIFFERENT [displayName, members]",
                        "New OKTA_ONLY [members]",
                        "Left ROSTER_ONLY []");
        Drift sales = org.outside().get(Drifts.class).page(GROUPS, 0, 1).get(0);
        assertThat(sales.oktaMembers()).isEqualTo(1);
        assertThat(sales.rosterMembers()).isEqualTo(1);
        assertThat(sales.fields().get(1).okta()).isEqualTo("Cy Day");
        assertThat(sales.fields().get(1).roster()).isEqualTo("Ada Park");
        assertThat(org.outside().get(Drifts.class).mappings())
                .extracting(PushMapping::name, PushMapping::assigned)
                .containsExactly(tuple("Sales EMEA", true));
    }

    @Test
    void onlyMappingsThatWantAttentionAreShownAndOktasRefusalIsTold() {
        ImportLease lease = lease();
        pushed(
                lease,
                "mappings",
                mapping("gPm1", "00gOTHER678901234567", "ACTIVE"),
                mapping("gPm2", "00gFAILS678901234567", "ERROR"));
        compare(lease);
        Drifts drifts = org.outside().get(Drifts.class);
        assertThat(drifts.mappings()).extracting(PushMapping::id).containsExactly("gPm2");
        assertThat(drifts.mappings().get(0).error()).isEqualTo("No such group");

        ImportLease next = lease();
        pushed(next, "refused", "Okta answered 403");
        compare(next);
        assertThat(drifts.mappings()).isEmpty();
        assertThat(drifts.shown().pushRefusal()).isEqualTo("Okta answered 403");
    }

    @Test
    void theLastComparisonIsShownUntilTheNextOneHasEndedWell() {
        ImportLease first = lease();
        org.users(first.runId(), 500, List.of(ADA));
        compare(first);
        ImportLease second = lease();
        org.users(second.runId(), 500, List.of(BOB));
        assertThat(comparison().step(second)).isTrue();
        assertThat(shown(PEOPLE)).containsExactly("Ada Park OKTA_ONLY []");
        compare(second);
        assertThat(shown(PEOPLE)).containsExactly("Bob Stone OKTA_ONLY []");
        assertThat(org.rows("select count(*) from drift")).containsExactly("1");
    }

    @Test
    void whoLostTheRunWritesNothing() {
        ImportLease lease = lease();
        org.users(lease.runId(), 500, List.of(ADA));
        ImportLease lost = new ImportLease(lease.runId(), "slow");
        assertThat(comparison().step(lost)).isFalse();
        assertThat(comparison().finish(lost)).isFalse();
        assertThat(org.rows("select count(*) from drift")).containsExactly("0");
        compare(lease);
        compare(lease);
        assertThat(shown(PEOPLE)).containsExactly("Ada Park OKTA_ONLY []");
    }

    @Test
    void aPageCostsTheSameStatementsHoweverManyAreOnIt() throws Exception {
        List<FetchedUser> users = new ArrayList<>();
        IntStream.range(0, 400)
                .forEach(i -> users.add(user("00u%017d".formatted(i), "p" + i + "@acme.example", "P" + i, "Q")));
        org.linked(users.subList(0, 200));
        ImportLease few = lease();
        org.users(few.runId(), 500, users.subList(199, 201));
        int statements = database.dataSource().statementsOf(() -> comparison().step(few));
        ImportLease many = lease();
        org.users(many.runId(), 500, users);
        assertThat(database.dataSource().statementsOf(() -> comparison().step(many)))
                .isEqualTo(statements);
    }

    @Test
    void aComparisonCountsForNoSchedule() {
        org.settings("app_id = '0oa1'");
        ImportLease lease = lease();
        compare(lease);
        assertThat(org.outside().get(ImportRuns.class).due(Instant.now())).isEqualTo(Optional.empty());
        ImportLease next = org.call(
                ImportRunWriter.class, writer -> writer.begin(ImportKind.INCREMENTAL, RunCause.TIMER, false, null));
        assertThat(org.rows("select kind from import_run where id = ?", next.runId()))
                .as("nothing was imported yet")
                .containsExactly("FULL");
    }

    private void group(String name, String oktaId, List<String> members) {
        String values = String.join(
                ",", members.stream().map(id -> "{'value':'" + id + "'}").toList());
        org.call(
                Groups.class,
                groups -> groups.create(
                        ImportedOrg.OKTA,
                        OktaUsers.json("{'schemas':['urn:ietf:params:scim:schemas:core:2.0:Group'],'displayName':'"
                                + name + "','externalId':'" + oktaId + "','members':[" + values + "]}"),
                        Preconditions.NONE));
    }

    private void pushed(ImportLease lease, String owner, String... texts) {
        org.change(
                "insert into import_page (run_id, kind, owner_id, page, amount, content) values (?1, 'PUSHED', ?2, 0, ?3, ?4)",
                lease.runId(),
                owner,
                texts.length,
                PageContent.ofIds(List.of(texts)));
    }

    private static String mapping(String id, String source, String status) {
        String error = status.equals("ERROR") ? "No such group" : "";
        return new PushMapping(id, source, "", "", status, false, error, Instant.ofEpochMilli(1)).stored();
    }
}
