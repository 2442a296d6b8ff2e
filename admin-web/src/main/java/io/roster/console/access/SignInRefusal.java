package io.roster.console.access;

import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;

/** What the identity store has to tell the sign-in page beyond yes and no. */
@RequestScoped
public class SignInRefusal {

    private Instant blockedUntil;

    void blockedUntil(Instant instant) {
        blockedUntil = instant;
    }

    Instant getBlockedUntil() {
        return blockedUntil;
    }
}
