package io.roster.okta.simulator.population;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.datafaker.Faker;

/** Invents names, one fake-data source a country, all drawing from one random sequence. */
final class Faces {
    private static final String DOMAIN = "@acme.example";

    private final Random random = new Random();
    private final Map<Country, Faker> fakers = new HashMap<>();

    /** Begins the random sequence of {@code seed}. */
    Random begin(long seed) {
        // Neighbouring seeds begin with neighbouring numbers: mix them first.
        random.setSeed(new Random(seed).nextLong());
        return random;
    }

    /** A person whose userName is not among {@code taken}; it is added there. */
    Face next(int index, Set<String> taken) {
        Country country = Country.ALL.get(random.nextInt(Country.ALL.size()));
        String given = given(country);
        String family = family(country);
        String login = login(given, family, index);
        String free = login;
        for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
            free = login + i;
        }
        return new Face(country, given, family, free + DOMAIN);
    }

    String given(Country country) {
        return Storable.text(faker(country).name().firstName());
    }

    String family(Country country) {
        return Storable.text(faker(country).name().lastName());
    }

    String city(Country country) {
        return Storable.text(faker(country).address().city());
    }

    String street(Country country) {
        return Storable.text(faker(country).address().streetAddress());
    }

    String job(Country country) {
        return Storable.text(faker(country).job().title());
    }

    private Faker faker(Country country) {
        return fakers.computeIfAbsent(country, unused -> new Faker(country.locale(), random));
    }

    /** Where the latin alphabet does not reach, people log in with their employee number. One in seven has capitals. */
    static String login(String given, String family, int index) {
        String first = Storable.ascii(given);
        String last = Storable.ascii(family);
        if (first.isEmpty() || last.isEmpty()) {
            return "e" + employeeNumber(index);
        }
        return index % 7 == 3 ? capital(first) + "." + capital(last) : first + "." + last;
    }

    static int employeeNumber(int index) {
        return 100_000 + index;
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
