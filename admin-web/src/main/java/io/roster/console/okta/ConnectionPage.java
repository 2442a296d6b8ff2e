package io.roster.console.okta;

import io.roster.console.reader.Texts;
import io.roster.okta.ConnectionSettings;
import io.roster.okta.ConnectionTest;
import io.roster.okta.ConnectionTest.Step;
import io.roster.okta.ConnectionTest.Subject;
import io.roster.okta.OktaRefused;
import io.roster.okta.OktaSettings;
import io.roster.okta.StepOutcome;
import io.roster.okta.StepOutcome.Finding;
import io.roster.okta.StoredSecret;
import io.roster.okta.StoredSecret.State;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.function.Supplier;

/**
 * The connection to Okta: sections that are saved one by one, each of which says beside itself what was saved. Nothing is
 * kept between requests, so that no typed secret gets into a session.
 */
@Named
@RequestScoped
public class ConnectionPage {

    @EJB
    private OktaSettings settings;

    @Inject
    private ConnectionInput input;

    @Inject
    private ConnectionTest test;

    @Inject
    private Texts texts;

    private String section;
    private String done;
    private boolean refused;
    private String nextKey;

    /** Saves where Okta is and how to sign in there. */
    public void saveConnection() {
        attempt("connection", () -> {
            boolean removed = settings.connect(input.form(), input.seenOfConnection());
            input.refresh();
            return texts.of(removed ? "okta.saved.connection.removed" : "okta.saved.connection");
        });
    }

    /** Saves which attributes get the extension and the number. */
    public void saveAttributes() {
        attempt("attributes", () -> {
            settings.write(input.attributes(), input.seenOfAttributes());
            input.refresh();
            return texts.of("okta.saved.attributes");
        });
    }

    /** Removes the API token. */
    public void forgetToken() {
        attempt("connection", () -> {
            settings.forgetToken();
            input.refresh();
            return texts.of("okta.saved.forgotten");
        });
    }

    /** Makes a key. */
    public void makeKey() {
        attempt("key", () -> {
            settings.makeKey();
            return texts.of("okta.saved.key.made");
        });
    }

    /** Uses the key from now on that the page showed as the next one, if Okta takes it. */
    public void useNextKey() {
        attempt("key", () -> {
            StepOutcome signIn = settings.withNextKey(nextKey)
                    .map(next -> test.run(Step.SIGN_IN, next, new Subject(input.attributes(), null, null)))
                    .orElse(null);
            // scopes are the app's, whichever key it has
            if (signIn != null && !signIn.isPassed() && signIn.finding() != Finding.SCOPES_MISSING) {
                refused = true;
                return texts.of("okta.key.use.refused", ConnectionCheck.words(texts, signIn));
            }
            settings.useNextKey(nextKey);
            return texts.of("okta.saved.key.used");
        });
    }

    private void attempt(String of, Supplier<String> change) {
        section = of;
        try {
            done = change.get();
        } catch (OktaRefused refusal) {
            String words = texts.word("okta.refused", refusal.reason());
            if (refusal.field() == null) {
                refused = true;
                done = words;
            } else {
                FacesMessage message = new FacesMessage(words);
                message.setSeverity(FacesMessage.SEVERITY_ERROR);
                FacesContext.getCurrentInstance().addMessage("form:" + refusal.field(), message);
            }
        }
    }

    /**
     * @param of connection, attributes or key
     * @return what was just saved in that section; {@code null} for nothing
     */
    public String said(String of) {
        return of.equals(section) ? done : null;
    }

    /** @return whether what is said is that it was refused */
    public boolean isRefused() {
        return refused;
    }

    /** @return what is stored */
    public ConnectionSettings getStored() {
        return settings.read();
    }

    /** @return the stored API token; {@code null} for none */
    public StoredSecret getToken() {
        return settings.token().orElse(null);
    }

    /** @return the keys that are served, the newest first */
    public List<StoredSecret> getKeys() {
        return settings.keys();
    }

    /**
     * @param secret a token or a key
     * @return whether Roster can use it
     */
    public boolean readable(StoredSecret secret) {
        return secret.getState() == State.RETIRED || settings.isReadable(secret);
    }

    /** @return the id of the key that is served and not used yet; {@code null} for none */
    public String getNextKey() {
        return settings.keys().stream()
                .filter(key -> key.getState() == State.NEXT)
                .map(StoredSecret::getId)
                .findFirst()
                .orElse(null);
    }

    /** @param id the key that the page showed as the next one */
    public void setNextKey(String id) {
        nextKey = id;
    }
}
