package io.roster.console.reader;

import java.util.Locale;

/** The colours that a reader chose. */
public enum Theme {
    /** Whatever the operating system is set to. */
    SYSTEM("(prefers-color-scheme: light)", "(prefers-color-scheme: dark)"),
    /** Dark on light, always. */
    LIGHT("all", "not all"),
    /** Light on dark, always. */
    DARK("not all", "all");

    private final String lightMedia;
    private final String darkMedia;

    Theme(String lightMedia, String darkMedia) {
        this.lightMedia = lightMedia;
        this.darkMedia = darkMedia;
    }

    /** @return the media query under which the light style sheet counts */
    public String getLightMedia() {
        return lightMedia;
    }

    /** @return the media query under which the dark style sheet counts */
    public String getDarkMedia() {
        return darkMedia;
    }

    /** @return the word used in cookies, attributes and bundle keys */
    public String getKey() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Theme of(String key) {
        for (Theme theme : values()) {
            if (theme.getKey().equals(key)) {
                return theme;
            }
        }
        return SYSTEM;
    }
}
