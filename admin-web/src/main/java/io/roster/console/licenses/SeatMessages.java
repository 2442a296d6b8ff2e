package io.roster.console.licenses;

import io.roster.console.reader.Feedback;
import io.roster.console.reader.Texts;
import io.roster.telephony.LicenseUse;
import io.roster.telephony.SeatOutcome;
import io.roster.telephony.SeatResult;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says what came of assigning and releasing: a sentence for each result, with the people whom it is about. */
@RequestScoped
public class SeatMessages {

    private static final int TOLD = 10;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    /**
     * Says what came of it.
     *
     * @param use the licence
     * @param names what to call each person, by SCIM id
     * @param outcomes what came of it for each
     */
    void tell(LicenseUse use, Map<String, String> names, List<SeatOutcome> outcomes) {
        Map<SeatResult, List<String>> people = new EnumMap<>(SeatResult.class);
        outcomes.forEach(one -> people.computeIfAbsent(one.result(), result -> new ArrayList<>())
                .add(names.get(one.personId())));
        people.forEach((result, who) -> {
            String key = "seat.result." + result.name().toLowerCase(Locale.ROOT);
            feedback.tell(!result.isRefused(), texts.of(key, who.size(), use.displayName(), use.seats(), told(who)));
        });
    }

    /** Says what is wrong with a field, or with the page where there is none. */
    void problem(String field, String key, Object... values) {
        FacesMessage message = new FacesMessage(texts.of(key, values));
        message.setSeverity(FacesMessage.SEVERITY_ERROR);
        FacesContext.getCurrentInstance().addMessage(field, message);
    }

    /** Says what was done. */
    void done(String key, Object... values) {
        feedback.done(texts.of(key, values));
    }

    /** Names in a row, not all of many. */
    static String told(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(TOLD, names.size())));
        return names.size() > TOLD ? first + " …" : first;
    }
}
