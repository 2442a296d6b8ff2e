package io.roster.okta.simulator.population;

import java.util.List;
import java.util.Locale;

/**
 * Where a person lives.
 *
 * @param tag language tag, sent as locale and preferredLanguage
 * @param dialCode the country's code in telephone numbers, without the plus sign
 * @param timezone IANA name of the time zone
 */
record Country(String tag, String dialCode, String timezone) {
    /** Latin letters with and without accents, Cyrillic, Greek, Chinese, Japanese, Korean, right-to-left, Thai. */
    static final List<Country> ALL = List.of(
            new Country("en-US", "1", "America/New_York"),
            new Country("en-GB", "44", "Europe/London"),
            new Country("en-IN", "91", "Asia/Kolkata"),
            new Country("de-DE", "49", "Europe/Berlin"),
            new Country("de-CH", "41", "Europe/Zurich"),
            new Country("fr-FR", "33", "Europe/Paris"),
            new Country("es-ES", "34", "Europe/Madrid"),
            new Country("es-MX", "52", "America/Mexico_City"),
            new Country("pt-BR", "55", "America/Sao_Paulo"),
            new Country("it-IT", "39", "Europe/Rome"),
            new Country("nl-NL", "31", "Europe/Amsterdam"),
            new Country("pl-PL", "48", "Europe/Warsaw"),
            new Country("cs-CZ", "420", "Europe/Prague"),
            new Country("hu-HU", "36", "Europe/Budapest"),
            new Country("hr-HR", "385", "Europe/Zagreb"),
            new Country("sv-SE", "46", "Europe/Stockholm"),
            new Country("nb-NO", "47", "Europe/Oslo"),
            new Country("da-DK", "45", "Europe/Copenhagen"),
            new Country("fi-FI", "358", "Europe/Helsinki"),
            new Country("tr-TR", "90", "Europe/Istanbul"),
            new Country("uk-UA", "380", "Europe/Kyiv"),
            new Country("ru-RU", "7", "Europe/Moscow"),
            new Country("el-GR", "30", "Europe/Athens"),
            new Country("he-IL", "972", "Asia/Jerusalem"),
            new Country("ar-EG", "20", "Africa/Cairo"),
            new Country("ja-JP", "81", "Asia/Tokyo"),
            new Country("zh-CN", "86", "Asia/Shanghai"),
            new Country("zh-TW", "886", "Asia/Taipei"),
            new Country("ko-KR", "82", "Asia/Seoul"),
            new Country("vi-VN", "84", "Asia/Ho_Chi_Minh"),
            new Country("th-TH", "66", "Asia/Bangkok"));

    Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** Whether the family name comes first, and what stands between the names. */
    String fullName(String given, String family) {
        return switch (locale().getLanguage()) {
            case "ja", "zh", "ko" -> family + given;
            case "hu", "vi" -> family + " " + given;
            default -> given + " " + family;
        };
    }
}
