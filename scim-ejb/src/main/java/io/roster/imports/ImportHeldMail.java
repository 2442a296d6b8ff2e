package io.roster.imports;

import io.roster.mail.Mails;
import io.roster.settings.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.StringJoiner;

/** Writes to administrators that an import waits for their decision, in the transaction that holds the run. */
@Dependent
public class ImportHeldMail {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("io.roster.imports.mail", Locale.ROOT);
    private static final double WHOLE = 100;

    @Inject
    private Mails mails;

    @Inject
    private Settings settings;

    void held(@Observes ImportHeld event) {
        Safeguard counted = event.counted();
        boolean byApp = counted.stopsByApp(event.appThreshold());
        long leaving = byApp ? counted.appLeaving() : counted.orgLeaving();
        mails.put(text("held.subject", leaving, byApp ? counted.appTotal() : counted.orgTotal()), text(event));
    }

    private String text(ImportHeld event) {
        Safeguard counted = event.counted();
        StringJoiner text = new StringJoiner("\n\n", "", "\n");
        text.add(text("held.what"));
        if (counted.stopsByApp(event.appThreshold())) {
            text.add(formula("held.app", counted.appLeaving(), counted.appTotal(), event.appThreshold()));
        }
        if (counted.stopsByOrg(event.orgThreshold())) {
            text.add(formula("held.org", counted.orgLeaving(), counted.orgTotal(), event.orgThreshold()));
        }
        return text.add(text("held.decide"))
                .add(settings.baseUrl() + "/admin/import")
                .toString();
    }

    private static String formula(String key, long leaving, long total, int threshold) {
        return text(key, leaving, total, leaving * WHOLE / total, threshold);
    }

    private static String text(String key, Object... values) {
        return new MessageFormat(TEXTS.getString(key), Locale.ENGLISH).format(values);
    }
}
