package io.roster.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.mail.MailOutbox;
import io.roster.mail.MailState;
import io.roster.mail.OutgoingMail;
import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.TestDatabase;
import io.roster.settings.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class ImportHeldMailTest {

    @Parameter
    TestDatabase database;

    private List<OutgoingMail> held(ImportHeld event) {
        Settings settings = Settings.of(Map.of("ROSTER_PUBLIC_URL", "https://roster.acme.example")::get);
        database.run(entities -> database.boundaries(entities)
                .with(Settings.class, settings)
                .get(ImportHeldMail.class)
                .held(event));
        return database.call(MailOutbox.class, outbox -> outbox.list(MailState.WAITING, 10));
    }

    @Test
    void theNumbersTheFormulaAndTheWayToDecideAreMailed() {
        List<OutgoingMail> mails = held(new ImportHeld("r1", new Safeguard(1_200, 300, 5_000, 300), 20, 20));
        assertThat(mails).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).contains("300 of 1,200 people would be deactivated");
            assertThat(mail.getContent())
                    .contains("300 / 1,200 = 25.0 % > 20 %", "https://roster.acme.example/admin/import")
                    .doesNotContain("all 5,000");
        });
    }

    @Test
    void bothThresholdsAreTold() {
        List<OutgoingMail> mails = held(new ImportHeld("r1", new Safeguard(120, 50, 200, 50), 20, 20));
        assertThat(mails).singleElement().satisfies(mail -> assertThat(mail.getContent())
                .contains("50 / 120 = 41.7 % > 20 %", "50 / 200 = 25.0 % > 20 %"));
    }

    @Test
    void allPeopleAloneStopItToo() {
        List<OutgoingMail> mails = held(new ImportHeld("r1", new Safeguard(100, 50, 200, 50), 20, 20));
        assertThat(mails).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).contains("50 of 200 people");
            assertThat(mail.getContent()).doesNotContain("/ 100 =");
        });
    }
}
