package io.roster.console.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.audit.Action;
import io.roster.entitlement.EntitlementRefused;
import io.roster.imports.CandidateKind;
import io.roster.imports.CandidateRefused;
import io.roster.imports.CandidateState;
import io.roster.imports.Decision;
import io.roster.imports.ImportKind;
import io.roster.imports.ImportRunRefused;
import io.roster.imports.ImportState;
import io.roster.imports.ImportStep;
import io.roster.mail.MailProblem;
import io.roster.mail.MailRefused;
import io.roster.mail.MailSecurity;
import io.roster.mail.MailState;
import io.roster.okta.OktaRefused;
import io.roster.okta.StepOutcome;
import io.roster.outbox.FieldState;
import io.roster.outbox.LifecycleWish;
import io.roster.outbox.Reason;
import io.roster.outbox.RowState;
import io.roster.outbox.RunEnding;
import io.roster.outbox.SyncbackSettings.WhenDeactivated;
import io.roster.removal.RemovalRefused;
import io.roster.telephony.BulkAction;
import io.roster.telephony.BulkOutcome;
import io.roster.telephony.BulkReason;
import io.roster.telephony.LicenseRefused;
import io.roster.telephony.NumberRefused;
import io.roster.telephony.SeatReason;
import io.roster.telephony.SeatResult;
import io.roster.telephony.ServiceKind;
import io.roster.telephony.ServiceReturn;
import io.roster.telephony.ServicesRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bundles are whole: every language has every sentence that pages and beans name, with the same gaps. */
class TextTest {

    private static final Path VIEWS = Path.of("src/main/webapp");
    private static final Path BEANS = Path.of("src/main/java");

    @Test
    void bothLanguagesHaveTheSameSentences() {
        assertThat(bundle("de").keySet()).isEqualTo(bundle("en").keySet());
        for (String key : bundle("en").keySet()) {
            assertThat(gaps(bundle("de").getString(key)))
                    .as(key)
                    .isEqualTo(gaps(bundle("en").getString(key)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text\\['([a-z.A-Z-]+)']", "texts\\.of\\('([a-z.A-Z-]+[a-zA-Z])'", "texts\\.of\\(\"([^\"]+)\""})
    void everySentenceThatIsNamedIsThere(String pattern) throws IOException {
        Set<String> named = new TreeSet<>();
        for (Path root : new Path[] {VIEWS, BEANS}) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> file.toString().matches(".*\\.(xhtml|java)"))
                        .forEach(file -> named.addAll(found(pattern, file)));
            }
        }
        assertThat(named).isNotEmpty();
        assertThat(bundle("en").keySet()).containsAll(named);
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void everyActionHasItsWords(Action action) {
        String name = action.name().toLowerCase(Locale.ROOT);
        assertThat(bundle("en").keySet()).contains("event." + name, "attempt." + name);
    }

    @ParameterizedTest
    @EnumSource(EntitlementRefused.Reason.class)
    void everyReasonOfARefusalHasItsSentence(EntitlementRefused.Reason reason) {
        assertThat(bundle("en").keySet())
                .contains("entitlement.refused." + reason.name().toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @EnumSource(MailRefused.Reason.class)
    void everyRefusalOfMailsSettingsHasItsSentence(MailRefused.Reason value) {
        assertThat(bundle("en").keySet())
                .contains("mail.refused." + value.name().toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @EnumSource(MailProblem.class)
    void everyProblemOfMailHasItsSentence(MailProblem value) {
        assertThat(bundle("en").keySet())
                .contains("mail.problem." + value.name().toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @EnumSource(MailState.class)
    void everyStateOfAMailHasItsWord(MailState value) {
        assertThat(bundle("en").keySet()).contains("mail.state." + value.name().toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @EnumSource(MailSecurity.class)
    void everyProtectionOfMailHasItsWord(MailSecurity value) {
        assertThat(bundle("en").keySet())
                .contains("mail.security." + value.name().toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @EnumSource(RemovalRefused.Reason.class)
    void everyRefusalOfARemovalHasItsSentence(RemovalRefused.Reason value) {
        assertThat(bundle("en").keySet())
                .contains("removal.refused." + value.name().toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @EnumSource(OktaRefused.Reason.class)
    void everyRefusalOfOktasSettingsHasItsSentence(OktaRefused.Reason reason) {
        assertThat(bundle("en").keySet())
                .contains("okta.refused." + reason.name().toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @EnumSource(StepOutcome.Finding.class)
    void everyFindingOfTheTestOfAConnectionHasItsSentence(StepOutcome.Finding finding) {
        assertThat(bundle("en").keySet())
                .contains("okta.finding." + finding.name().toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @EnumSource(NumberRefused.Reason.class)
    void everyReasonWhyANumberIsRefusedHasItsSentence(NumberRefused.Reason reason) {
        assertThat(bundle("en").keySet())
                .contains("number.refused."
                        + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    @Test
    void everythingThatCanComeOfServicesHasItsWords() {
        has("service.refused", ServicesRefused.Reason.values());
        has("service.license", LicenseRefused.Reason.LICENSE_GONE);
        has("service.seat", SeatResult.values());
        has("service.reason", SeatReason.values());
        has("service.the", ServiceKind.values());
        has("service", ServiceKind.values());
        has("service.lost", ServiceReturn.GIVEN_AWAY, ServiceReturn.REMOVED, ServiceReturn.NO_SEAT);
        has("policy.frees", ServiceKind.values());
        has("bulk.action", BulkAction.values());
        has("bulk.heading", BulkAction.values());
        has("bulk.sure", BulkAction.CHOICES.toArray(BulkAction[]::new));
        has("bulk.start", BulkAction.CHOICES.toArray(BulkAction[]::new));
        has("reason", BulkReason.values());
        has("outcome", BulkOutcome.values());
    }

    @Test
    void everythingThatCanComeOfSyncBackHasItsWords() {
        has("sync.state", RowState.values());
        has("sync.was", FieldState.values());
        has("sync.wish", LifecycleWish.values());
        has("sync.ending", RunEnding.values());
        has("sync.deactivated", WhenDeactivated.values());
        for (Reason reason : Reason.values()) {
            assertThat(bundle("en").keySet()).contains("sync.reason." + reason, "sync.reason." + reason + ".do");
        }
    }

    @Test
    void everythingThatCanComeOfTheImportHasItsWords() {
        has("import.kind", CandidateKind.values());
        has("import.effect", CandidateKind.values());
        has("import.part", CandidateKind.values());
        has("import.state", CandidateState.values());
        for (String prefix : List.of("decided", "decided.many", "decide", "sure", "sure.means", "do")) {
            has("import." + prefix, Decision.values());
        }
        has("import.refused", CandidateRefused.Reason.values());
        has("import.run.refused", ImportRunRefused.Reason.values());
        has("import.run.kind", ImportKind.values());
        has("import.run.dry", ImportKind.values());
        has("import.step", ImportStep.values());
        for (CandidateKind kind : CandidateKind.values()) {
            String key = "import.kind." + kind.name().toLowerCase(Locale.ROOT);
            assertThat(bundle("en").keySet()).contains(key + ".one", key + ".why", key + ".group");
        }
        has("import.ending", ImportState.values());
    }

    private static void has(String prefix, Enum<?>... constants) {
        for (Enum<?> constant : constants) {
            assertThat(bundle("en").keySet())
                    .contains(prefix + '.' + constant.name().toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void rolesAndLicencesAreToldInTheSameSentences() {
        assertThat(endings("entitlement.role.")).isNotEmpty().isEqualTo(endings("entitlement.license."));
    }

    @Test
    void sentencesFillTheirGaps() {
        assertThat(new MessageFormat(bundle("de").getString("time.ago.days"), Locale.GERMAN).format(new Object[] {1L}))
                .isEqualTo("gestern");
        assertThat(new MessageFormat(bundle("de").getString("count.more"), Locale.GERMAN).format(new Object[] {2000}))
                .isEqualTo("mehr als 2.000");
        assertThat(new MessageFormat(bundle("en").getString("entitlement.role.holders"), Locale.ENGLISH)
                        .format(new Object[] {1200, 1}))
                .isEqualTo("1,200 active people have this role, and one deactivated person does.");
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle("io.roster.console.text", Locale.forLanguageTag(language));
    }

    private static Set<String> endings(String prefix) {
        return bundle("en").keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .collect(Collectors.toSet());
    }

    private static Set<String> gaps(String sentence) {
        Set<String> gaps = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\{(\\d)").matcher(sentence);
        while (matcher.find()) {
            gaps.add(matcher.group(1));
        }
        return gaps;
    }

    private static Set<String> found(String pattern, Path file) {
        try {
            Set<String> keys = new TreeSet<>();
            Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(file));
            while (matcher.find()) {
                keys.add(matcher.group(1));
            }
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
