package io.roster.mail;

import io.roster.mail.MailRefused.Reason;
import io.roster.settings.Seals;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Makes mail servers, with their password, of what is typed and what is stored. */
@Dependent
class MailServers {

    @Inject
    private Seals seals;

    /**
     * The server as it would be with what was typed, where no password was typed with the stored one, which is given to the
     * stored host only.
     *
     * @throws MailRefused when something is missing or is none
     */
    MailServer draft(MailForm form, MailConfiguration stored) {
        String host = form.checkedHost();
        int port = form.checkedPort();
        String user = form.checkedUser();
        String sender = form.checkedSender();
        String password = null;
        if (user != null) {
            password = form.hasPassword() ? form.checkedPassword() : storedPassword(host, stored);
        }
        return new MailServer(host, port, form.security(), user, password, sender);
    }

    /**
     * The saved server.
     *
     * @throws MailRefused when none is saved, or its password cannot be read with the present ROSTER_SECRET_KEY
     */
    MailServer current(MailConfiguration stored) {
        if (stored.getHost() == null) {
            throw new MailRefused(Reason.HOST_MISSING, "host");
        }
        return new MailServer(
                stored.getHost(),
                stored.getPort(),
                stored.getSecurity(),
                stored.getUser(),
                stored.getUser() == null ? null : storedPassword(stored.getHost(), stored),
                stored.getSender());
    }

    boolean isReadable(MailConfiguration stored) {
        return !stored.isPasswordStored() || stored.password(seals).isPresent();
    }

    private String storedPassword(String host, MailConfiguration stored) {
        if (!stored.isPasswordStored()) {
            throw new MailRefused(Reason.PASSWORD_MISSING, "password");
        } else if (!host.equalsIgnoreCase(stored.getHost())) {
            throw new MailRefused(Reason.PASSWORD_OF_OTHER_HOST, "password");
        }
        return stored.password(seals).orElseThrow(() -> new MailRefused(Reason.UNREADABLE, "password"));
    }
}
