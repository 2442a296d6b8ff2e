package io.roster.okta.simulator.population;

import java.util.Random;

/** Ids in the form of Okta's own: 20 letters and digits, the first three tell what it is. */
final class Ids {
    private static final String CHARACTERS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private Ids() {}

    static String of(String prefix, Random random) {
        StringBuilder id = new StringBuilder(prefix);
        while (id.length() < 20) {
            id.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return id.toString();
    }
}
