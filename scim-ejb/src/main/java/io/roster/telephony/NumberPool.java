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
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which phone numbers there are, and for how long what was released rests. Each method that writes is one transaction,
 * repeated where it lost against a concurrent one. Who has which number is in {@link Pools}.
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

    @Inject
    private Event<BulkRequested> requested;

    @Resource
    private SessionContext session;

    /**
     * Adds one number.
     *
     * @param text as people write it
     * @param region as at {@link E164#parse}
     * @param anyway whether a number is wanted, too, that no numbering plan has: of a new area code, or for tests
     * @return the number in E.164 form
     * @throws NumberRefused when it is none that can be dialled, or in the pool already
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public String add(String text, String region, boolean anyway) {
        E164.Read number = E164.read(text, region);
        if (add(List.of(number), anyway).added() == 0) {
            throw new NumberRefused(Reason.IN_POOL, E164.international(number.number()));
        }
        return number.number();
    }

    /**
     * Adds numbers that follow each other; those that are in the pool already stay as they are.
     *
     * @param first as people write it
     * @param last as people write it
     * @param region as at {@link E164#parse}
     * @param anyway as at {@link #add}
     * @return how many were added; more than 1,000 are added in the background
     * @throws NumberRefused when they make no range of numbers that can be dialled, or one of more than 10,000
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public AddedNumbers addRange(String first, String last, String region, boolean anyway) {
        return add(NumberRange.of(first, last, region), anyway);
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
        for (List<String> some : List.of(read.numbers(), read.outsidePlans())) {
            Set<String> known = rows.known(some);
            some.stream().filter(known::contains).forEach(read::inPool);
        }
        List<String> numbers = read.numbers();
        List<String> outsidePlans = read.outsidePlans();
        String id = numbers.isEmpty() && outsidePlans.isEmpty()
                ? null
                : Conflicts.retried(() -> writer.keep(numbers, outsidePlans));
        return new NumberUpload(id, numbers.size(), outsidePlans.size(), read.wrong(), read.problems());
    }

    /**
     * Adds the numbers of a file that was checked. Those that came into the pool since then stay as they are.
     *
     * @param uploadId as {@link #check} has returned it
     * @param anyway as at {@link #add}
     * @return how many were added; more than 1,000 are added in the background
     * @throws NumberRefused when it was confirmed already, or more than a day ago
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public AddedNumbers confirm(String uploadId, boolean anyway) {
        Caller caller = caller();
        return begun(Conflicts.retried(() -> writer.confirm(caller, uploadId, anyway)));
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

    private AddedNumbers add(List<E164.Read> numbers, boolean anyway) {
        Caller caller = caller();
        Map<Boolean, List<String>> byPlan = numbers.stream()
                .collect(Collectors.partitioningBy(
                        E164.Read::inPlan, Collectors.mapping(E164.Read::number, Collectors.toList())));
        List<String> outsidePlans = byPlan.get(false);
        if (!anyway && !outsidePlans.isEmpty()) {
            throw new NumberRefused(Reason.NOT_IN_PLAN, E164.international(outsidePlans.get(0)));
        }
        return begun(Conflicts.retried(() -> writer.add(caller, byPlan.get(true), outsidePlans)));
    }

    private AddedNumbers begun(AddedNumbers added) {
        if (added.workId() != null) {
            requested.fire(new BulkRequested(added.workId()));
        }
        return added;
    }

    private Caller caller() {
        String name = session.getCallerPrincipal().getName();
        return new Caller(Caller.Kind.ADMINISTRATOR, null, name, Scope.WRITE, null);
    }
}
