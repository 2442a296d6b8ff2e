package io.roster.console.reader;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Points in time as pages show them: relative, with the exact one in the reader's zone on hover. */
@Named
@RequestScoped
public class Times {

    private final Instant now = Instant.now();

    @Inject
    private Preferences preferences;

    @Inject
    private Texts texts;

    /**
     * @param instant a point in time
     * @return as in "3 hours ago" and "in 2 months"
     */
    public String relative(Instant instant) {
        Age age = Age.between(now, instant);
        return texts.of(age.key(), age.count());
    }

    /**
     * @param instant a point in time
     * @return date and time to the second in the reader's zone, which is named
     */
    public String exact(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.LONG)
                .withLocale(preferences.getLocale())
                .withZone(preferences.getZone())
                .format(instant);
    }

    /**
     * @param instant a point in time
     * @return the day in the reader's zone
     */
    public String day(Instant instant) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(preferences.getLocale())
                .withZone(preferences.getZone())
                .format(instant);
    }
}
