package io.roster.console.numbers;

import io.roster.telephony.NumberPool;
import io.roster.telephony.NumberRefused;
import io.roster.telephony.PoolKind;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** For how long released numbers and extensions rest. */
@Named
@RequestScoped
public class RestForm {

    @EJB
    private NumberPool pool;

    @Inject
    private NumberTexts words;

    private Integer numbers;
    private Integer extensions;

    /** @return the page that it is on, by a redirect; {@code null} when it was refused */
    public String saveNumbers() {
        return save(PoolKind.NUMBER, numbers, "numbers");
    }

    /** @return the page that it is on, by a redirect; {@code null} when it was refused */
    public String saveExtensions() {
        return save(PoolKind.EXTENSION, extensions, "extensions");
    }

    private String save(PoolKind kind, Integer days, String page) {
        try {
            pool.changeRest(kind, days == null ? -1 : days);
            words.done("rest.saved", days);
            return page + "?faces-redirect=true";
        } catch (NumberRefused refused) {
            words.show(refused, "rest:days");
            return null;
        }
    }

    /** @return days for numbers */
    public Integer getNumbers() {
        return numbers == null ? Integer.valueOf(pool.restDays(PoolKind.NUMBER)) : numbers;
    }

    /** @param numbers days for numbers */
    public void setNumbers(Integer numbers) {
        this.numbers = numbers;
    }

    /** @return days for extensions */
    public Integer getExtensions() {
        return extensions == null ? Integer.valueOf(pool.restDays(PoolKind.EXTENSION)) : extensions;
    }

    /** @param extensions days for extensions */
    public void setExtensions(Integer extensions) {
        this.extensions = extensions;
    }
}
