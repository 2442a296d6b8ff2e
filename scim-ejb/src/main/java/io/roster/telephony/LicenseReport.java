package io.roster.telephony;

import io.roster.access.Roles;
import io.roster.persistence.Sql;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** How seats are used, and by whom: what pages, and the list to be taken along, tell of it. */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LicenseReport {

    /** Lists are counted up to here; more people than this are many. */
    public static final int COUNTED = 2_000;

    /** How many people are read at a time when all are told. */
    private static final int STRETCH = 500;

    private static final String LICENSES =
            "select l.id, l.display_name, l.description, l.seats, l.seats_used from license l";

    @Resource(lookup = "jdbc/roster", shareable = false)
    private DataSource dataSource;

    /** @return every licence type, by name */
    public List<LicenseUse> all() {
        return used(Sql.of(LICENSES + " order by l.display_name_key, l.id"));
    }

    /**
     * @param licenseId the id of a licence type
     * @return how its seats are used; empty when there is none of that id
     */
    public Optional<LicenseUse> of(String licenseId) {
        return used(Sql.of(LICENSES + " where l.id = ?", licenseId)).stream().findFirst();
    }

    /**
     * @param licenseId the id of a licence type
     * @return whether seats have still to be brought in line with groups or with what Okta gives
     */
    public boolean isPending(String licenseId) {
        return !Sql.of("select 1 from license_work where license_id = ? fetch first 1 row only", licenseId)
                .list(dataSource, row -> true)
                .isEmpty();
    }

    /**
     * A page of those who have a reason for a licence: those who wait in the order in which they get a seat, the others the
     * newest first.
     *
     * @param query whose seats
     * @param offset how many come before the page, 0 or more
     * @param count how many the page has at most
     * @return the page, empty when it lies past the end
     */
    public SeatPage page(SeatQuery query, int offset, int count) {
        SeatSql sql = SeatSql.of(query);
        int total =
                sql.counting(COUNTED + 1).list(dataSource, row -> row.getInt(1)).get(0);
        List<SeatHolder> holders =
                named(query.licenseId(), sql.page(offset, count).list(dataSource, SeatHolder::read));
        int seen = holders.isEmpty() ? 0 : offset + holders.size();
        boolean exact = total <= COUNTED;
        return new SeatPage(holders, exact ? total : Math.max(COUNTED, seen), exact);
    }

    /**
     * Tells everybody who has a reason for a licence, in the order of their ids, without keeping them.
     *
     * @param licenseId the id of a licence type
     * @param reader is told each
     */
    public void each(String licenseId, Consumer<SeatHolder> reader) {
        String after = "";
        List<SeatHolder> stretch = SeatSql.stretch(licenseId, after, STRETCH).list(dataSource, SeatHolder::read);
        while (!stretch.isEmpty()) {
            named(licenseId, stretch).forEach(reader);
            after = stretch.get(stretch.size() - 1).personId();
            stretch = SeatSql.stretch(licenseId, after, STRETCH).list(dataSource, SeatHolder::read);
        }
    }

    private List<LicenseUse> used(Sql sql) {
        Map<String, Integer> waiting = new HashMap<>();
        Sql.of("select s.license_id, count(*) from license_seat s join person p on p.id = s.person_id"
                        + " where s.state = 'WAITING' and p.active = true group by s.license_id")
                .list(dataSource, row -> waiting.put(row.getString(1), row.getInt(2)));
        return sql.list(
                dataSource,
                row -> new LicenseUse(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4) == null ? null : row.getInt(4),
                        row.getInt(5),
                        waiting.getOrDefault(row.getString(1), 0)));
    }

    private List<SeatHolder> named(String licenseId, List<SeatHolder> holders) {
        if (holders.isEmpty()) {
            return holders;
        }
        List<String> people = holders.stream().map(SeatHolder::personId).toList();
        List<Object> parameters = new ArrayList<>(List.of(licenseId));
        parameters.addAll(people);
        Map<String, List<String>> groups = new Sql(SeatSql.GROUPS + Sql.places(people.size()), parameters)
                .list(dataSource, row -> Map.entry(row.getString(1), row.getString(2))).stream()
                        .sorted(Map.Entry.comparingByValue())
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return holders.stream()
                .map(holder -> holder.with(groups.getOrDefault(holder.personId(), List.of())))
                .toList();
    }
}
