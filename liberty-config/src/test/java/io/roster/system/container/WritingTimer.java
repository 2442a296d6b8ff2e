package io.roster.system.container;

import io.roster.access.ApiTokens;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;

/** A persistent timer that writes with the application's entities, in the transaction that ends the timer. */
@Singleton
public class WritingTimer {
    @Resource
    private TimerService timers;

    @EJB
    private ApiTokens tokens;

    /** Fires at once. */
    public void fire(String secret) {
        timers.createSingleActionTimer(1, new TimerConfig(secret, true));
    }

    @Timeout
    void write(Timer timer) {
        tokens.ensure("by a timer", (String) timer.getInfo());
    }
}
