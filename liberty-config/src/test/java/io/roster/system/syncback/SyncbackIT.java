package io.roster.system.syncback;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.simulator.OktaOrg;
import io.roster.okta.simulator.api.OktaApi;
import io.roster.okta.simulator.api.Write;
import io.roster.okta.simulator.org.Person;
import io.roster.okta.simulator.review.Comparison;
import io.roster.system.Names;
import io.roster.system.RunningRoster;
import io.roster.system.Samples;
import io.roster.system.SharedRoster;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A number and an extension for many people, given in the console, arrive in Okta once each: while Okta refuses, fails,
 * is slow and cuts connections, and while the server that writes is killed twice: after a write took effect that it
 * never heard of, and before one. On PostgreSQL another server goes on.
 */
class SyncbackIT {
    /** A thousand, where there is time for it: {@code -Dsyncback.people=1000}. */
    private static final int PEOPLE = Integer.getInteger("syncback.people", 150);

    private final String marker = Names.unique("syncback");

    @ParameterizedTest
    @EnumSource(SharedRoster.class)
    void servicesArriveOnceEachWhateverGoesWrong(SharedRoster database) throws Exception {
        RunningRoster first = database.toKill();
        RunningRoster second = database == SharedRoster.DERBY ? first : SharedRoster.secondToKill();
        try (OktaOrg org = OktaOrg.at(first.scim())
                        .token(RunningRoster.TOKEN)
                        .seed(11)
                        .concurrency(8)
                        .open();
                OktaApi okta = OktaApi.of(org)
                        .attribute(SyncbackConsole.EXTENSION, "Extension", 20)
                        .limit(60_000)
                        .start(0)) {
            push(org);
            SyncbackConsole console = SyncbackConsole.of(first);
            console.connect(okta);
            console.giveServices(marker, PEOPLE);
            console.switchOn();

            Trouble trouble = new Trouble(okta);
            trouble.killAfterWrite(PEOPLE / 3, first);
            console.writeUntil(() -> !first.isRunning());
            trouble.killBeforeWrite(PEOPLE * 2 / 3, second);
            SyncbackConsole.of(running(second)).writeUntil(() -> !second.isRunning());
            SyncbackConsole last = SyncbackConsole.of(running(first));
            last.writeUntil(() -> last.isDone(marker));
            trouble.end();

            assertThat(trouble.struck()).isGreaterThan(PEOPLE / 50);
            arrivedOnceEach(org, okta);
            importSeesThem(org, okta);
            last.writeUntil(() -> last.isDone(marker));
            arrivedOnceEach(org, okta);
            moveToAnotherAttribute(org, okta, last);
            last.switchOff();
            assertThat(first.log()).doesNotContain("may be repeated uncounted");
        }
    }

    /** Everybody's number goes there in one call each, and none stays where it was. */
    private void moveToAnotherAttribute(OktaOrg org, OktaApi okta, SyncbackConsole console) {
        okta.writes().clear();
        console.writeNumbersTo("mobilePhone");
        console.writeUntil(() -> okta.writes().count() >= PEOPLE && console.isDone(marker));
        assertThat(org.people()).allSatisfy(person -> {
            List<Write> writes = okta.writes().of(person.oktaId());
            assertThat(writes).as(person.userName()).hasSize(1);
            JsonObject sent = writes.get(0).sent();
            assertThat(sent).containsOnlyKeys("mobilePhone", SyncbackConsole.NUMBER);
            assertThat(sent.getString("mobilePhone")).startsWith("+");
            assertThat(sent.isNull(SyncbackConsole.NUMBER)).isTrue();
        });
        console.writeNumbersTo(SyncbackConsole.NUMBER);
    }

    private static RunningRoster running(RunningRoster server) {
        return server.isRunning() ? server : server.start();
    }

    private void push(OktaOrg org) {
        org.hire(PEOPLE);
        List<Person> people = org.people();
        for (int i = 0; i < PEOPLE; i++) {
            org.want(people.get(i).with("userName", marker + "." + i + "@acme.example"));
        }
        org.push();
    }

    private static void arrivedOnceEach(OktaOrg org, OktaApi okta) {
        assertThat(org.people()).hasSize(PEOPLE).allSatisfy(person -> {
            List<Write> writes = okta.writes().of(person.oktaId());
            assertThat(writes).as(person.userName()).hasSize(1);
            assertThat(writes.get(0).changed())
                    .containsExactlyInAnyOrder(SyncbackConsole.NUMBER, SyncbackConsole.EXTENSION);
        });
    }

    /** Okta pushes back what was written, and imports. */
    private static void importSeesThem(OktaOrg org, OktaApi okta) {
        org.push();
        Comparison comparison = org.verify();
        assertThat(comparison.complete()).as("%s", comparison).isTrue();
        Map<String, JsonObject> imported = org.importUsers();
        for (Person person : org.people()) {
            JsonObject telephony =
                    imported.get(org.tracked(person).scimId().orElseThrow()).getJsonObject(Samples.TELEPHONY_SCHEMA);
            JsonObject sent = okta.writes().of(person.oktaId()).get(0).sent();
            assertThat(sent.getString(SyncbackConsole.NUMBER)).isEqualTo(telephony.getString("phoneNumber"));
            assertThat(sent.getString(SyncbackConsole.EXTENSION)).isEqualTo(telephony.getString("extension"));
        }
    }
}
