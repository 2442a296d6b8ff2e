package io.roster.console.numbers;

import io.roster.console.reader.Feedback;
import io.roster.console.reader.Texts;
import io.roster.console.reader.Times;
import io.roster.telephony.E164;
import io.roster.telephony.NumberRefused;
import io.roster.telephony.NumberRefused.Reason;
import io.roster.telephony.PoolState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Locale;

/** How pages show numbers and extensions, and what was refused about them. */
@Named
@RequestScoped
public class NumberTexts {

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    @Inject
    private Times times;

    /**
     * @param value a number in E.164 form, or an extension
     * @return a number in international form, an extension as it is
     */
    public String shown(String value) {
        return value != null && value.startsWith("+") ? E164.international(value) : value;
    }

    /**
     * The part of an address that names a number or extension.
     *
     * @param value a number in E.164 form, or an extension
     * @return such as {@code number?n=493023125000}
     */
    public String address(String value) {
        return value.startsWith("+") ? "number?n=" + value.substring(1) : "extension?n=" + value;
    }

    /**
     * @param state a state
     * @return the colour of its badge
     */
    public String kind(PoolState state) {
        return state == PoolState.FREE ? "green" : state == PoolState.RESTING ? "amber" : "blue";
    }

    /**
     * @param state a state
     * @return the icon of its badge
     */
    public String icon(PoolState state) {
        return state == PoolState.FREE ? "check-circle" : state == PoolState.RESTING ? "clock" : "user";
    }

    /**
     * Words a refusal.
     *
     * @param refused what was refused
     * @return the sentence
     */
    public String of(NumberRefused refused) {
        Object[] values = refused.values().stream().map(this::worded).toArray();
        return texts.of(key(refused.reason()), values);
    }

    /**
     * @param reason why something is refused
     * @return the bundle's key of its sentence
     */
    static String key(Reason reason) {
        return "number.refused." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Object worded(Object value) {
        if (value instanceof Instant instant) {
            return times.day(instant);
        }
        return value instanceof String text && text.matches("\\+\\d+") ? E164.international(text) : value;
    }

    /**
     * Puts a refusal on the page.
     *
     * @param refused what was refused
     * @param field client id of the input that it is about, or {@code null}
     */
    void show(NumberRefused refused, String field) {
        FacesMessage message = new FacesMessage(of(refused));
        message.setSeverity(FacesMessage.SEVERITY_ERROR);
        FacesContext.getCurrentInstance().addMessage(field, message);
    }

    /**
     * Puts what was done on the page that comes next.
     *
     * @param key of a sentence
     * @param values what fills its gaps
     */
    void done(String key, Object... values) {
        feedback.done(texts.of(key, values));
    }
}
