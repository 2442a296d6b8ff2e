package io.roster.telephony;

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
 * Looks every other second whether seats have to be brought in line. Every server looks; a note is claimed by one of them.
 * Not persistent: nothing is lost with a server, and a persistent timer would write to the database at each look.
 */
@Startup
@Singleton
@DependsOn("Start")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SeatTimer {

    @EJB
    private SeatReconciliation reconciliation;

    private final AtomicBoolean running = new AtomicBoolean();

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false, info = "seats of licences")
    void look() {
        if (running.compareAndSet(false, true)) {
            try {
                reconciliation.run();
            } finally {
                running.set(false);
            }
        }
    }
}
