package io.roster.okta;

import io.roster.okta.OktaCredentials.ApiToken;
import io.roster.okta.OktaCredentials.ServiceApp;
import io.roster.okta.OktaRefused.Reason;
import io.roster.okta.StoredSecret.Kind;
import io.roster.okta.StoredSecret.State;
import io.roster.settings.Seals;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.net.URI;
import java.util.List;

/** Reads stored secrets and opens them. What it returns with a secret goes to the client of Okta and to no page. */
@Dependent
class StoredSecrets {

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    @Inject
    private Seals seals;

    /** The newest first. */
    List<StoredSecret> all(Kind kind) {
        return entities.createQuery(
                        "select s from StoredSecret s where s.kind = :kind order by s.created desc, s.id desc",
                        StoredSecret.class)
                .setParameter("kind", kind)
                .getResultList();
    }

    boolean isReadable(StoredSecret secret) {
        return secret.open(seals).isPresent();
    }

    OktaConnection draft(ConnectionForm form, ConnectionSettings stored) {
        URI url = form.checkedUrl();
        if (form.authentication() == Authentication.SERVICE_APP) {
            return new OktaConnection(url, new ServiceApp(form.checkedClientId(), key()));
        } else if (form.hasToken()) {
            return new OktaConnection(url, new ApiToken(form.checkedToken()));
        } else if (stored.getUrl() != null && !stored.getUrl().equals(url.toString())) {
            throw new OktaRefused(Reason.TOKEN_OF_OTHER_URL, "token");
        }
        return new OktaConnection(url, new ApiToken(opened(Kind.API_TOKEN, Reason.TOKEN_MISSING, "token")));
    }

    private SigningKey key() {
        return SigningKey.parse(opened(Kind.PRIVATE_KEY, Reason.KEY_MISSING, null));
    }

    /**
     * @throws OktaRefused when it is not the next key any more, or cannot be read
     */
    SigningKey nextKey(String id) {
        StoredSecret next = all(Kind.PRIVATE_KEY).stream()
                .filter(key -> key.getId().equals(id) && key.getState() == State.NEXT)
                .findFirst()
                .orElseThrow(() -> new OktaRefused(Reason.KEY_GONE, null));
        return SigningKey.parse(next.open(seals).orElseThrow(() -> new OktaRefused(Reason.UNREADABLE, null)));
    }

    private String opened(Kind kind, Reason missing, String field) {
        StoredSecret current = all(kind).stream()
                .filter(secret -> secret.getState() == State.CURRENT)
                .findFirst()
                .orElseThrow(() -> new OktaRefused(missing, field));
        return current.open(seals).orElseThrow(() -> new OktaRefused(Reason.UNREADABLE, field));
    }
}
