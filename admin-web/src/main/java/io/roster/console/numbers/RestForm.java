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

    /**
     * Stores the days.
     *
     * @param page {@code numbers} or {@code extensions}: the page that the form is on, and what it is about
     * @return the page, by a redirect; {@code null} when it was refused
     */
    public String save(String page) {
        boolean ofNumbers = page.equals("numbers");
        PoolKind kind = ofNumbers ? PoolKind.NUMBER : PoolKind.EXTENSION;
        Integer days = ofNumbers ? numbers : extensions;
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
