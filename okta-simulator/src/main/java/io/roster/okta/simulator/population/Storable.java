package io.roster.okta.simulator.population;

import java.text.Normalizer;
import java.util.Locale;

/** Text as Okta can keep it, and the part of it that fits into a user name. */
final class Storable {

    private Storable() {}

    /** Drops what needs four bytes in UTF-8 (emoji, rare ideographs): Okta stores at most three a character. */
    static String text(String text) {
        return text.codePoints()
                .filter(Character::isBmpCodePoint)
                .filter(character -> !Character.isISOControl(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    /** The letters of a name without accents, in lower case; empty for a script that is not Latin. */
    static String ascii(String name) {
        String plain = name.replace("ß", "ss")
                .replace("ø", "o")
                .replace("Ø", "O")
                .replace("ł", "l")
                .replace("Ł", "L")
                .replace("đ", "d")
                .replace("Đ", "D")
                .replace("ı", "i")
                .replace("æ", "ae")
                .replace("Æ", "Ae");
        return Normalizer.normalize(plain, Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z']", "")
                .toLowerCase(Locale.ROOT);
    }
}
