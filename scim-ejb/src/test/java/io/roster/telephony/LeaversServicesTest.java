package io.roster.telephony;

import static io.roster.telephony.ServiceKind.EXTENSION;
import static io.roster.telephony.ServiceKind.LICENSE;
import static io.roster.telephony.ServiceKind.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Services of people who leave, come back or are deleted. */
@OnEachDatabase
class LeaversServicesTest {

    private static final String PHONE = "+14155550137";
    private static final String WHOLE = "{\"extension\":\"2137\",\"phoneNumber\":\"" + PHONE
            + "\",\"licenses\":[{\"value\":\"x6\",\"display\":\"Licence x6\"}],\"serviceStatus\":\"%s\"}";

    @Parameter
    TestDatabase database;

    private ServicedOrg org;
    private String ada;

    @BeforeEach
    void adaHasEverything() {
        org = new ServicedOrg(database);
        ada = org.person("ada");
        org.license("x6", 1);
        org.number(PHONE, ada);
        org.extension("2137", ada);
        org.seat("x6", ada);
    }

    @Test
    void whatIsKeptIsSuspendedAndWorksAgain() {
        org.activate(ada, false);
        assertThat(org.services(ada)).isEqualTo(WHOLE.formatted("suspended"));
        assertThat(org.endGrace(NUMBER)).isEmpty();
        org.activate(ada, true);
        assertThat(org.services(ada)).isEqualTo(WHOLE.formatted("active"));
        assertThat(lost()).isEmpty();
    }

    @Test
    void whatIsFreedAtOnceRestsAndComesBack() {
        everythingFreedAtOnce();
        Instant before = Instant.now();
        org.activate(ada, false);
        assertThat(org.services(ada)).isEqualTo("null");
        assertThat(restsUntil(PHONE)).isAfter(before.plus(Duration.ofDays(30)).minusSeconds(1));
        assertThat(org.texts("select seats_used from license where id = 'x6'")).containsExactly("0");
        org.activate(ada, true);
        assertThat(org.services(ada)).isEqualTo(WHOLE.formatted("active"));
        assertThat(org.texts("select seats_used from license where id = 'x6'")).containsExactly("1");
        assertThat(lost()).isEmpty();
        assertThat(events()).endsWith("DEACTIVATED", "SERVICES_CHANGED", "REACTIVATED", "SERVICES_CHANGED");
    }

    @Test
    void whatWasGivenAwayMeanwhileIsSaid() {
        everythingFreedAtOnce();
        org.activate(ada, false);
        String bob = org.person("bob");
        org.number(PHONE, bob);
        org.seat("x6", bob);
        org.change("delete from extension_number where extension = '2137'");
        org.activate(ada, true);
        assertThat(org.services(ada)).isEqualTo("null");
        assertThat(lost())
                .containsExactly("NUMBER " + PHONE + " GIVEN_AWAY", "LICENSE x6 NO_SEAT", "EXTENSION 2137 REMOVED");
        assertThat(org.texts("select detail from audit_event where action = 'SERVICES_LOST'"))
                .containsExactly("The number " + PHONE + " was given to somebody else meanwhile."
                        + " The extension 2137 was taken out of the pool meanwhile."
                        + " The licence x6 has no free seat; the person waits for one.");
        assertThat(org.services(bob)).contains(PHONE, "x6");
        org.call(LostServices.class, notes -> {
            notes.dismiss(ada);
            return null;
        });
        assertThat(lost()).isEmpty();
    }

    @Test
    void graceEndsOnItsDayAndNotBefore() {
        org.policy(NUMBER, 30);
        org.activate(ada, false);
        org.leftEarlier(ada, 29);
        assertThat(org.endGrace(NUMBER)).isEmpty();
        org.leftEarlier(ada, 1);
        assertThat(org.endGrace(NUMBER)).extracting(Leaver::personId).containsExactly(ada);
        assertThat(org.services(ada)).doesNotContain(PHONE).contains("2137", "x6", "suspended");
        assertThat(org.endGrace(NUMBER)).isEmpty();
        org.activate(ada, true);
        assertThat(org.services(ada)).isEqualTo(WHOLE.formatted("active"));
    }

    @Test
    void anotherPolicyHoldsForThoseWhoHaveLeftAlready() {
        org.activate(ada, false);
        org.leftEarlier(ada, 10);
        org.policy(EXTENSION, 10);
        org.policy(LICENSE, 11);
        assertThat(org.endGrace(EXTENSION)).hasSize(1);
        assertThat(org.endGrace(LICENSE)).isEmpty();
        org.policy(LICENSE, 3);
        assertThat(org.endGrace(LICENSE)).hasSize(1);
        assertThat(org.services(ada)).isEqualTo("{\"phoneNumber\":\"" + PHONE + "\",\"serviceStatus\":\"suspended\"}");
    }

    @Test
    void whoCameBackBeforeTheJobGotToThemKeepsWhatTheyHave() {
        org.policy(NUMBER, 1);
        org.activate(ada, false);
        org.leftEarlier(ada, 2);
        Instant now = Instant.now();
        List<Leaver> due = org.call(GraceEnd.class, grace -> grace.due(NUMBER, now, Leaver.NONE, 10));
        assertThat(due).hasSize(1);
        org.activate(ada, true);
        org.call(GraceEnd.class, grace -> {
            grace.free(NUMBER, now, List.of(ada));
            return null;
        });
        assertThat(org.services(ada)).isEqualTo(WHOLE.formatted("active"));
    }

    @Test
    void theJobReadsOnBehindWhomItHasSeen() {
        org.policy(NUMBER, 0);
        org.change("update service_policy set grace_days = 1 where kind = 'NUMBER'");
        for (int i = 0; i < 5; i++) {
            String person = org.person("leaver" + i);
            org.number("+1415555020" + i, person);
            org.activate(person, false);
            org.leftEarlier(person, 10 - i / 2);
        }
        Instant now = Instant.now();
        List<Leaver> all = org.call(GraceEnd.class, grace -> grace.due(NUMBER, now, Leaver.NONE, 10));
        assertThat(all).hasSize(5);
        for (int i = 0; i < 5; i++) {
            Leaver seen = all.get(i);
            assertThat(org.<GraceEnd, List<Leaver>>call(GraceEnd.class, grace -> grace.due(NUMBER, now, seen, 10)))
                    .isEqualTo(all.subList(i + 1, 5));
        }
    }

    @Test
    void whoIsDeletedLeavesEverythingAtOnce() {
        org.delete(ada);
        assertThat(restsUntil(PHONE)).isAfter(Instant.now());
        assertThat(org.texts("select seats_used from license where id = 'x6'")).containsExactly("0");
        assertThat(org.texts("select person_id from license_seat")).isEmpty();
        assertThat(org.texts("select extension from extension_number where person_id is null"))
                .containsExactly("2137");
    }

    @Test
    void whoIsDeletedAfterTheyLeftIsForgotten() {
        everythingFreedAtOnce();
        org.activate(ada, false);
        org.delete(ada);
        for (String table : List.of("departure", "freed_service", "service_note", "license_seat")) {
            assertThat(org.texts("select person_id from " + table)).as(table).isEmpty();
        }
    }

    private void everythingFreedAtOnce() {
        for (ServiceKind kind : ServiceKind.values()) {
            org.policy(kind, 0);
        }
    }

    private Instant restsUntil(String number) {
        return Instant.ofEpochMilli(
                Long.parseLong(org.texts("select free_from from phone_number where number = ?", number)
                        .get(0)));
    }

    private List<String> lost() {
        return org.<LostServices, List<LostService>>call(LostServices.class, notes -> notes.of(ada)).stream()
                .map(one -> one.service().kind() + " " + one.service().subject() + " " + one.reason())
                .toList();
    }

    private List<String> events() {
        return org.texts("select action from audit_event where resource_id = ? order by id", ada);
    }
}
