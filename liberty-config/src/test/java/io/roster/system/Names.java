package io.roster.system;

import java.util.concurrent.atomic.AtomicLong;

/** Names that no other test of this run has. */
public final class Names {
    private static final AtomicLong NEXT = new AtomicLong(System.currentTimeMillis());

    private Names() {}

    /** Such as {@code ada.1763768}. */
    public static String unique(String beginning) {
        return beginning + "." + NEXT.incrementAndGet();
    }
}
