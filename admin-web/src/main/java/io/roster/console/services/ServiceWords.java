package io.roster.console.services;

import io.roster.console.reader.Feedback;
import io.roster.console.reader.Texts;
import io.roster.console.reader.Times;
import io.roster.telephony.E164;
import io.roster.telephony.LicenseRefused;
import io.roster.telephony.NumberPool;
import io.roster.telephony.NumberRefused;
import io.roster.telephony.PoolKind;
import io.roster.telephony.SeatResult;
import io.roster.telephony.ServiceKind;
import io.roster.telephony.ServicesRefused;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What pages say of services, and of what is refused. */
@Named
@RequestScoped
public class ServiceWords {

    @EJB
    private NumberPool pool;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    @Inject
    private Times times;

    /**
     * @param kind which kind
     * @param value a number in E.164 form, or whatever else names a service
     * @return as people read it
     */
    public String shown(ServiceKind kind, String value) {
        return kind == ServiceKind.NUMBER && value != null ? E164.international(value) : value;
    }

    /**
     * @param kind a kind of pool
     * @return for how many days what is released rests
     */
    public int rest(PoolKind kind) {
        return pool.restDays(kind);
    }

    String shown(PoolKind kind, String value) {
        return shown(ServiceKind.valueOf(kind.name()), value);
    }

    /** The sentence for a constant, with its gaps filled. */
    String sentence(String prefix, Enum<?> constant, Object... values) {
        return texts.of(prefix + '.' + constant.name().toLowerCase(Locale.ROOT), values);
    }

    /** Says what came of a seat. */
    void tell(SeatResult result, String license) {
        feedback.tell(!result.isRefused(), sentence("service.seat", result, license));
    }

    /**
     * Does something and says that it is done, unless {@code done} is null; or says why it is not. Either is said on the page
     * that is opened next.
     */
    boolean tell(Runnable change, String done, Object... values) {
        try {
            change.run();
        } catch (ServicesRefused refused) {
            refuse("service.refused", refused.reason(), refused.values());
            return false;
        } catch (NumberRefused refused) {
            refuse("service.pool", refused.reason(), refused.values());
            return false;
        } catch (LicenseRefused refused) {
            refuse("service.license", refused.reason(), List.of());
            return false;
        }
        if (done != null) {
            feedback.done(texts.of(done, values));
        }
        return true;
    }

    void refuse(String prefix, Enum<?> reason, List<Object> values) {
        feedback.refused(
                sentence(prefix, reason, values.stream().map(this::readable).toArray()));
    }

    private Object readable(Object value) {
        if (value instanceof Instant instant) {
            return times.day(instant);
        }
        return value instanceof String text && text.startsWith("+") ? E164.international(text) : value;
    }
}
