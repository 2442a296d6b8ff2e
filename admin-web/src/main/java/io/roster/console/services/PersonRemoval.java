package io.roster.console.services;

import io.roster.console.reader.Feedback;
import io.roster.console.reader.Texts;
import io.roster.removal.RemovalRefused;
import io.roster.removal.Removals;
import io.roster.telephony.BulkPreviews;
import io.roster.telephony.PoolKind;
import io.roster.telephony.RemovalPreview;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Removes a person who is deactivated, and says what a removal means. */
@Named
@RequestScoped
public class PersonRemoval {

    @EJB
    private Removals removals;

    @EJB
    private BulkPreviews previews;

    @Inject
    @Named("personServices")
    private PersonServicesPage person;

    @Inject
    private ServiceWords words;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    /**
     * Removes the person of the page.
     *
     * @return the list of people, by a redirect; the page again where it is refused
     */
    public String remove() {
        try {
            removals.remove(person.getPersonId());
        } catch (RemovalRefused refused) {
            feedback.refused(texts.word("removal.refused", refused.reason()));
            return refused.reason() == RemovalRefused.Reason.GONE
                    ? "people?faces-redirect=true"
                    : "person?faces-redirect=true&id=" + person.getPersonId();
        }
        feedback.done(texts.of("person.removed", person.getName()));
        return "people?faces-redirect=true";
    }

    /** @return what the removal of the page's person means, in words */
    public String getConsequences() {
        RemovalPreview preview = previews.ofRemoval(List.of(person.getPersonId()));
        String okta = preview.inOkta() == 0 ? "" : texts.of("removal.okta.one") + ' ';
        return frees(preview) + ' ' + okta + getKept();
    }

    /**
     * @param preview what a removal would do
     * @return which services it frees, in words
     */
    public String frees(RemovalPreview preview) {
        if (preview.numbers() + preview.extensions() + preview.licenses() == 0) {
            return texts.of("removal.frees.nothing");
        }
        return texts.of(
                "removal.frees",
                preview.numbers(),
                preview.extensions(),
                preview.licenses(),
                words.rest(PoolKind.NUMBER),
                words.rest(PoolKind.EXTENSION));
    }

    /** @return what is kept of who is removed, in words */
    public String getKept() {
        return texts.of("removal.kept", removals.keptDeletedDays());
    }
}
