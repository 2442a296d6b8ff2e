package io.roster.console.access;

import io.roster.access.ApiToken;
import io.roster.access.ApiTokens;
import io.roster.console.reader.Feedback;
import io.roster.console.reader.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;

/** The list of API tokens. */
@Named
@RequestScoped
public class TokenList {

    @EJB
    private ApiTokens tokens;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    private List<TokenRow> rows;

    @PostConstruct
    void load() {
        Instant now = Instant.now();
        rows = tokens.list().stream().map(token -> new TokenRow(token, now)).toList();
    }

    /**
     * Revokes a token and shows the list again.
     *
     * @param token the token; revoking it twice is harmless
     * @return the same page, by a redirect
     */
    public String revoke(ApiToken token) {
        tokens.revoke(token.getId());
        feedback.done(texts.of("token.revoked", token.getName()));
        return "tokens?faces-redirect=true";
    }

    /** @return every token, the newest first */
    public List<TokenRow> getTokens() {
        return rows;
    }
}
