package io.roster.okta;

import static io.roster.okta.Authentication.API_TOKEN;
import static io.roster.okta.Authentication.SERVICE_APP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.audit.AuditEvent;
import io.roster.okta.OktaCredentials.ApiToken;
import io.roster.okta.OktaCredentials.ServiceApp;
import io.roster.okta.OktaRefused.Reason;
import io.roster.okta.StoredSecret.State;
import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.TestDatabase;
import io.roster.settings.Seals;
import io.roster.settings.Settings;
import jakarta.ejb.SessionContext;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class OktaSettingsTest {

    private static final String TOKEN = "00aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789WXYZ";
    private static final String URL = "https://acme.okta.com";

    @Parameter
    TestDatabase database;

    private Seals seals = seals("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");

    private static Seals seals(String secretKey) {
        return new Seals(Settings.of(Map.of("ROSTER_SECRET_KEY", secretKey)::get)
                .secretKey()
                .orElseThrow());
    }

    private <B, T> T call(Class<B> boundary, Function<B, T> call) {
        Principal erika = () -> "erika";
        Object session = Proxy.newProxyInstance(
                SessionContext.class.getClassLoader(),
                new Class<?>[] {SessionContext.class},
                (proxy, method, arguments) -> erika);
        return database.inTransaction(entities -> call.apply(database.boundaries(entities)
                .with(SessionContext.class, (SessionContext) session)
                .with(Seals.class, seals)
                .get(boundary)));
    }

    private <T> T ask(Function<OktaSettings, T> call) {
        return call(OktaSettings.class, call);
    }

    private boolean is(Predicate<OktaSettings> call) {
        return ask(call::test);
    }

    private void run(Consumer<OktaSettings> change) {
        ask(settings -> {
            change.accept(settings);
            return null;
        });
    }

    private static boolean connect(OktaSettings all, ConnectionForm form) {
        return all.connect(form, all.read().getConnectionSaved());
    }

    private static void write(OktaSettings all, OktaAttributes attributes) {
        all.write(attributes, all.read().getAttributesSaved());
    }

    private OktaConnection current() {
        return call(OktaConnections.class, OktaConnections::current);
    }

    private void refused(Reason reason, Runnable change) {
        assertThatThrownBy(change::run)
                .isInstanceOfSatisfying(OktaRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(reason));
    }

    private String events() {
        return database.inTransaction(entities ->
                entities
                        .createQuery("select e from AuditEvent e order by e.id", AuditEvent.class)
                        .getResultList()
                        .stream()
                        .map(event -> event.getActorName() + " " + event.getAction() + " " + event.getResourceType()
                                + " " + event.getResourceName() + " " + event.getChanges() + "\n")
                        .reduce("", String::concat));
    }

    private List<State> states() {
        return ask(OktaSettings::keys).stream().map(StoredSecret::getState).toList();
    }

    @Test
    void aNewRosterHasNamesOfAttributesAndNothingElse() {
        ConnectionSettings fresh = ask(OktaSettings::read);
        assertThat(fresh.getUrl()).isNull();
        assertThat(fresh.getConnectionSaved()).isNull();
        assertThat(fresh.getAttributes()).isEqualTo(new OktaAttributes("telephonyExtension", "primaryPhone"));
        assertThat(ask(OktaSettings::token)).isEmpty();
        refused(Reason.URL_MISSING, this::current);
        assertThat(call(Jwks.class, Jwks::json)).isEqualTo("{\"keys\":[]}");
    }

    @Test
    void aTokenIsStoredSealedAndSaidByItsEnd() {
        run(all -> connect(all, new ConnectionForm(URL + "/", API_TOKEN, null, " " + TOKEN + " ")));
        StoredSecret stored = ask(OktaSettings::token).orElseThrow();
        assertThat(stored.getHint()).isEqualTo("WXYZ");
        assertThat(stored.getCreatedBy()).isEqualTo("erika");
        assertThat(stored.getLastUsed()).isNull();
        assertThat(current()).isEqualTo(new OktaConnection(URI.create(URL), new ApiToken(TOKEN)));
        assertThat(ask(OktaSettings::token).orElseThrow().getLastUsed()).isNotNull();
        assertThat(ask(OktaSettings::read).getConnectionSavedBy()).isEqualTo("erika");
        String rows = database.inTransaction(entities -> entities.createNativeQuery("select sealed from okta_secret")
                .getResultList()
                .toString());
        assertThat(rows).doesNotContain(TOKEN).isNotEqualTo("[null]");
    }

    @Test
    void noEventTellsASecret() {
        run(all -> connect(all, new ConnectionForm(URL, API_TOKEN, null, TOKEN)));
        run(all -> connect(all, new ConnectionForm(URL, SERVICE_APP, "0oaRoster", null)));
        run(OktaSettings::makeKey);
        String key = ask(OktaSettings::keys).get(0).getId();
        run(all -> all.useNextKey(key));
        run(all -> write(all, new OktaAttributes("ext", null)));
        run(OktaSettings::forgetToken);
        assertThat(events())
                .contains("erika UPDATED OktaConnection " + URL, "apiToken", "0oaRoster", key, "NEXT", "\"ext\"")
                .doesNotContain(TOKEN, "WXYZ", "\"d\":", "\"p\":", "\"n\":");
        assertThat(events().lines().count()).isEqualTo(6);
    }

    @Test
    void savingTheSameAgainIsNoEvent() {
        run(all -> write(all, new OktaAttributes("telephonyExtension", "primaryPhone")));
        run(OktaSettings::forgetToken);
        assertThat(events()).isEmpty();
    }

    @Test
    void savingWithoutATokenKeepsTheStoredOne() {
        run(all -> connect(all, new ConnectionForm(URL, API_TOKEN, null, TOKEN)));
        assertThat(is(all -> connect(all, new ConnectionForm(URL, API_TOKEN, null, " "))))
                .isFalse();
        assertThat(current().credentials()).isEqualTo(new ApiToken(TOKEN));
    }

    @Test
    void anotherUrlNeverGetsTheStoredToken() {
        run(all -> connect(all, new ConnectionForm(URL, API_TOKEN, null, TOKEN)));
        ConnectionForm elsewhere = new ConnectionForm("https://other.okta.com", API_TOKEN, null, null);
        refused(Reason.TOKEN_OF_OTHER_URL, () -> run(all -> all.draft(elsewhere)));
        assertThat(is(all -> connect(all, elsewhere))).isTrue();
        assertThat(ask(OktaSettings::token)).isEmpty();
        refused(Reason.TOKEN_MISSING, this::current);
    }

    @Test
    void whatIsTypedCanBeTriedWithoutStoringIt() {
        run(all -> connect(all, new ConnectionForm(URL, API_TOKEN, null, TOKEN)));
        OktaConnection draft =
                ask(all -> all.draft(new ConnectionForm("other.okta.com", API_TOKEN, null, "00anotherToken")));
        assertThat(draft.url()).hasToString("https://other.okta.com");
        assertThat(draft.credentials()).isEqualTo(new ApiToken("00anotherToken"));
        assertThat(current().url()).hasToString(URL);
        assertThat(ask(OktaSettings::token).orElseThrow().getHint()).isEqualTo("WXYZ");
    }

    @Test
    void whatIsWrongChangesNothing() {
        run(all -> connect(all, new ConnectionForm(URL, API_TOKEN, null, TOKEN)));
        refused(
                Reason.TOKEN_NONE,
                () -> run(all -> connect(all, new ConnectionForm(URL, API_TOKEN, null, "two words"))));
        refused(Reason.CLIENT_ID, () -> run(all -> connect(all, new ConnectionForm(URL, SERVICE_APP, " ", null))));
        refused(Reason.CLIENT_ID, () -> run(all -> connect(all, new ConnectionForm(URL, SERVICE_APP, "a b", null))));
        refused(Reason.URL_SCHEME, () -> run(all -> connect(all, new ConnectionForm("http://x.y", API_TOKEN, "", ""))));
        refused(Reason.ATTRIBUTE_TWICE, () -> run(all -> write(all, new OktaAttributes("x", "x"))));
        assertThat(current().credentials()).isEqualTo(new ApiToken(TOKEN));
        assertThat(states()).isEmpty();
    }

    @Test
    void aServiceAppGetsAKeyThatIsServed() {
        run(all -> connect(all, new ConnectionForm(URL, SERVICE_APP, "0oaRoster", null)));
        assertThat(states()).containsExactly(State.CURRENT);
        String id = ask(OktaSettings::keys).get(0).getId();
        assertThat(((ServiceApp) current().credentials()).key().keyId()).isEqualTo(id);
        assertThat(call(Jwks.class, Jwks::json))
                .contains("\"kid\":\"" + id + "\"", "\"kty\":\"RSA\"")
                .doesNotContain("\"d\":", "\"p\":", "\"q\":");
    }

    @Test
    void aNewKeyIsServedBeforeItIsUsedAndTheOldOneAfterIt() {
        run(all -> connect(all, new ConnectionForm(URL, SERVICE_APP, "0oaRoster", null)));
        String old = ask(OktaSettings::keys).get(0).getId();
        run(OktaSettings::makeKey);
        assertThat(states()).containsExactlyInAnyOrder(State.NEXT, State.CURRENT);
        assertThat(((ServiceApp) current().credentials()).key().keyId()).isEqualTo(old);
        String next = ask(OktaSettings::keys).stream()
                .filter(key -> key.getState() == State.NEXT)
                .findFirst()
                .orElseThrow()
                .getId();
        run(all -> all.useNextKey(next));
        assertThat(((ServiceApp) current().credentials()).key().keyId()).isEqualTo(next);
        assertThat(states()).containsExactlyInAnyOrder(State.CURRENT, State.RETIRED);
        assertThat(call(Jwks.class, Jwks::json)).contains(old, next);
        refused(Reason.KEY_GONE, () -> run(all -> all.useNextKey(next)));
        database.run(
                entities -> entities.createNativeQuery("update okta_secret set retires_at = 1 where state = 'RETIRED'")
                        .executeUpdate());
        assertThat(call(Jwks.class, Jwks::json)).doesNotContain(old).contains(next);
        assertThat(states()).containsExactly(State.CURRENT);
    }

    @Test
    void aNewKeyTakesThePlaceOfANextOneThatWasNeverUsed() {
        run(all -> connect(all, new ConnectionForm(URL, SERVICE_APP, "0oaRoster", null)));
        run(OktaSettings::makeKey);
        run(OktaSettings::makeKey);
        assertThat(states()).containsExactlyInAnyOrder(State.NEXT, State.CURRENT);
    }

    @Test
    void anotherSecretKeyIsSaidAndMendedByEnteringTheSecretsAgain() {
        run(all -> connect(all, new ConnectionForm(URL, SERVICE_APP, "0oaRoster", null)));
        run(all -> connect(all, new ConnectionForm(URL, API_TOKEN, null, TOKEN)));
        seals = seals("AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        assertThat(is(all -> all.isReadable(all.token().orElseThrow()))).isFalse();
        refused(Reason.UNREADABLE, this::current);
        run(all -> connect(all, new ConnectionForm(URL, API_TOKEN, null, TOKEN)));
        assertThat(current().credentials()).isEqualTo(new ApiToken(TOKEN));
        run(all -> connect(all, new ConnectionForm(URL, SERVICE_APP, "0oaRoster", null)));
        assertThat(states()).containsExactlyInAnyOrder(State.CURRENT, State.RETIRED);
        assertThat(current().credentials()).isInstanceOf(ServiceApp.class);
    }

    @Test
    void whoHasNotSeenWhatIsStoredSavesNothing() {
        run(all -> connect(all, new ConnectionForm(URL, API_TOKEN, null, TOKEN)));
        Instant seen = ask(OktaSettings::read).getConnectionSaved();
        run(OktaSettings::forgetToken);
        refused(
                Reason.CHANGED_MEANWHILE,
                () -> run(all -> all.connect(new ConnectionForm(URL, API_TOKEN, null, TOKEN), seen)));
        assertThat(ask(OktaSettings::token)).isEmpty();
        run(all -> write(all, new OktaAttributes("ext", null)));
        refused(Reason.CHANGED_MEANWHILE, () -> run(all -> all.write(new OktaAttributes("other", null), null)));
        assertThat(ask(OktaSettings::read).getAttributes().extension()).isEqualTo("ext");
    }

    @Test
    void tryingWhatIsStoredIsAUse() {
        run(all -> connect(all, new ConnectionForm(URL, API_TOKEN, null, TOKEN)));
        run(all -> all.draft(new ConnectionForm(URL, API_TOKEN, null, "00anotherToken")));
        assertThat(ask(OktaSettings::token).orElseThrow().getLastUsed()).isNull();
        run(all -> all.draft(new ConnectionForm(URL, API_TOKEN, null, null)));
        assertThat(ask(OktaSettings::token).orElseThrow().getLastUsed()).isNotNull();
    }

    @Test
    void theNextKeyCanBeTriedBeforeItIsUsed() {
        run(OktaSettings::makeKey);
        assertThat(is(all -> all.withNextKey("any").isEmpty())).isTrue();
        run(all -> connect(all, new ConnectionForm(URL, SERVICE_APP, "0oaRoster", null)));
        run(OktaSettings::makeKey);
        String current = ((ServiceApp) current().credentials()).key().keyId();
        refused(Reason.KEY_GONE, () -> run(all -> all.withNextKey(current)));
        String next = ask(OktaSettings::keys).stream()
                .map(StoredSecret::getId)
                .filter(id -> !id.equals(current))
                .findFirst()
                .orElseThrow();
        OktaConnection tried = ask(all -> all.withNextKey(next)).orElseThrow();
        assertThat(((ServiceApp) tried.credentials()).key().keyId()).isEqualTo(next);
        assertThat(((ServiceApp) current().credentials()).key().keyId()).isEqualTo(current);
    }

    @Test
    void anAttributeAddedToOktaIsAnEvent() {
        run(all -> connect(all, new ConnectionForm(URL, API_TOKEN, null, TOKEN)));
        OktaConnection org = current();
        run(all -> all.added(org, "telephonyExtension"));
        assertThat(events())
                .contains("erika CREATED OktaAttribute telephonyExtension")
                .contains("\"attribute\"")
                .doesNotContain(TOKEN);
    }

    @Test
    void formsAndConnectionsShowNoSecret() {
        assertThat(new ConnectionForm(URL, API_TOKEN, null, TOKEN).toString()).doesNotContain(TOKEN);
        run(all -> connect(all, new ConnectionForm(URL, API_TOKEN, null, TOKEN)));
        assertThat(current().toString()).doesNotContain(TOKEN);
    }
}
