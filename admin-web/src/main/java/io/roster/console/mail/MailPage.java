package io.roster.console.mail;

import io.roster.console.reader.Texts;
import io.roster.mail.MailConfiguration;
import io.roster.mail.MailProblem;
import io.roster.mail.MailRefused;
import io.roster.mail.MailSettings;
import io.roster.mail.MailTrouble;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The settings of mail: sections that are saved one by one, each of which says beside itself what was saved. Nothing is kept
 * between requests, so that no typed password gets into a session.
 */
@Named
@RequestScoped
public class MailPage {

    @EJB
    private MailSettings settings;

    @Inject
    private MailInput input;

    @Inject
    private Texts texts;

    private String section;
    private String done;
    private boolean refused;

    /** Saves how mail is sent. */
    public void saveServer() {
        attempt("server", () -> {
            settings.save(input.form(), input.seenOfServer());
            input.refresh();
            return texts.of("mail.saved.server");
        });
    }

    /** Saves who gets notices. */
    public void saveNotices() {
        attempt("notices", () -> {
            settings.notify(input.getRecipients(), input.seenOfNotices());
            input.refresh();
            return texts.of("mail.saved.notices");
        });
    }

    /** Sends a mail with what stands in the inputs, saved or not. */
    public void test() {
        attempt("test", () -> {
            String to = input.getTo();
            Optional<MailTrouble> trouble =
                    settings.test(input.form(), to, texts.of("mail.test.subject"), texts.of("mail.test.text"));
            refused = trouble.isPresent();
            return trouble.map(this::words).orElseGet(() -> texts.of("mail.test.sent", to));
        });
    }

    private String words(MailTrouble trouble) {
        return sentence(trouble.problem(), trouble.detail());
    }

    /**
     * @param problem why a mail could not be sent
     * @param detail what the mail server said of it; may be {@code null}
     * @return both in words
     */
    public String sentence(MailProblem problem, String detail) {
        String why = texts.word("mail.problem", problem);
        return detail == null || detail.isEmpty() ? why : why + ' ' + texts.of("mail.said", detail);
    }

    private void attempt(String of, Supplier<String> change) {
        section = of;
        try {
            done = change.get();
        } catch (MailRefused refusal) {
            String key = "mail.refused." + refusal.reason().name().toLowerCase(Locale.ROOT);
            String words = texts.of(key, refusal.value());
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
     * @param of server, notices or test
     * @return what was just done in that section; {@code null} for nothing
     */
    public String said(String of) {
        return of.equals(section) ? done : null;
    }

    /** @return whether what is said is that it failed */
    public boolean isRefused() {
        return refused;
    }

    /** @return what is stored */
    public MailConfiguration getStored() {
        return settings.read();
    }

    /** @return whether Roster can read the password that it stored */
    public boolean isPasswordReadable() {
        return settings.isPasswordReadable();
    }
}
