package io.roster.mail;

import io.roster.persistence.Documents;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Looks every five seconds whether mail is due. Every server looks; a mail is claimed by one of them. Not persistent:
 * nothing is lost with a server, and a persistent timer would write to the database at each look.
 */
@Startup
@Singleton
@DependsOn("Start")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailTimer {

    @EJB
    private MailSender sender;

    private final AtomicBoolean running = new AtomicBoolean();

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false, info = "mail")
    void look() {
        if (running.compareAndSet(false, true)) {
            try {
                sender.send(Documents.now());
            } finally {
                running.set(false);
            }
        }
    }
}
