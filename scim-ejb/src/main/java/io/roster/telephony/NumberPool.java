package io.roster.telephony;

import io.roster.access.Caller;
import io.roster.access.Roles;
import io.roster.access.Scope;
import io.roster.persistence.Conflicts;
import io.roster.telephony.NumberRefused.Reason;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Set;

/**
 * Which phone numbers there are, and for how long what was released rests. Each method that writes is one transaction,
 * repeated where it lost against a concurrent one. Who has which number is in {@link PhoneNumbers}.
 */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NumberPool {

    @EJB
    private NumberPoolWriter writer;

    @Inject
    private PoolRows rows;

    @Inject
    private RestTimes restTimes;

    @Resource
    private SessionContext session;

    /**
     * Adds one number.
     *
     * @param text as people write it
     * @param region as at {@link E164#parse}
     * @return the number in E.164 form
     * @throws NumberRefused when it is none that can be dialled, or in the pool already
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public String add(String text, String region) {
        String number = E164.parse(text, region);
        if (add(List.of(number)).added() == 0) {
            throw new NumberRefused(Reason.IN_POOL, E164.international(number));
        }
        return number;
    }

    /**
     * Adds numbers that follow each other; those that are in the pool already stay as they are.
     *
     * @param first as people write it
     * @param last as people write it
     * @param region as at {@link E164#parse}
     * @return how many were added
     * @throws NumberRefused when they make no range of numbers that can be dialled, or one of more than 10,000
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public AddedNumbers addRange(String first, String last, String region) {
        return add(NumberRange.of(first, last, region));
    }

    /**
     * Reads a file of numbers and says what would become of it. Nothing is in the pool until it is confirmed, for which
     * there is a day's time.
     *
     * @param file comma separated values, a number in each line; see docs/telephony.md
     * @param region as at {@link E164#parse}
     * @return what stands in it
     * @throws IOException as the reader does
     * @throws NumberRefused when it has more than 100,000 lines
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public NumberUpload check(Reader file, String region) throws IOException {
        NumberFile read = NumberFile.read(file, region);
        Set<String> known = rows.known(read.numbers());
        read.numbers().stream().filter(known::contains).forEach(read::inPool);
        List<String> numbers = read.numbers();
        Caller caller = caller();
        String id = numbers.isEmpty() ? null : Conflicts.retried(() -> writer.keep(caller, numbers));
        return new NumberUpload(id, numbers.size(), read.wrong(), read.problems());
    }

    /**
     * Adds the numbers of a file that was checked. Those that came into the pool since then stay as they are.
     *
     * @param uploadId as {@link #check} has returned it
     * @return how many were added
     * @throws NumberRefused when it was confirmed already, or more than a day ago
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public AddedNumbers confirm(String uploadId) {
        Caller caller = caller();
        return Conflicts.retried(() -> writer.confirm(caller, uploadId));
    }

    /**
     * Takes a number that nobody has out of the pool, also while it rests.
     *
     * @param number in E.164 form
     * @throws NumberRefused when it is not in the pool, or somebody has it
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void withdraw(String number) {
        Caller caller = caller();
        Conflicts.retried(() -> writer.withdraw(caller, number));
    }

    /**
     * Makes free what rests; anything else stays as it is.
     *
     * @param kind which kind
     * @param value the number in E.164 form, or the extension
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void endRest(PoolKind kind, String value) {
        Caller caller = caller();
        Conflicts.retried(() -> writer.endRest(caller, kind, value));
    }

    /**
     * @param kind which kind
     * @return for how many days what is released rests
     */
    public int restDays(PoolKind kind) {
        return restTimes.days(kind);
    }

    /**
     * Says for how many days what is released from now on rests.
     *
     * @param kind which kind
     * @param days 0 for no rest, to {@value RestTimes#MOST}
     * @throws NumberRefused for other numbers of days
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void changeRest(PoolKind kind, int days) {
        Caller caller = caller();
        Conflicts.retried(() -> writer.changeRest(caller, kind, days));
    }

    private AddedNumbers add(List<String> numbers) {
        Caller caller = caller();
        return Conflicts.retried(() -> writer.add(caller, numbers));
    }

    private Caller caller() {
        String name = session.getCallerPrincipal().getName();
        return new Caller(Caller.Kind.ADMINISTRATOR, null, name, Scope.WRITE, null);
    }
}
