package io.roster.telephony;

import io.roster.access.Roles;
import io.roster.persistence.Sql;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/** Says what bulk work would do, before it is asked for. */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BulkPreviews {

    private static final int ASKED = 500;

    // Who is removed, whom Okta knows of them, and what they have, in the order of RemovalPreview.
    private static final List<String> REMOVED = List.of(
            " where p.id is not null",
            " where p.external_id is not null",
            " join phone_number s on s.person_id = p.id where s.person_id is not null",
            " join extension_number s on s.person_id = p.id where s.person_id is not null",
            " join license_seat s on s.person_id = p.id where s.state = 'HELD'");

    @Resource(lookup = "jdbc/roster", shareable = false)
    private DataSource dataSource;

    /**
     * Counts people, and what is free for them.
     *
     * @param action one of {@link BulkAction#CHOICES}
     * @param subject as at {@link BulkWorks#start}
     * @param personIds SCIM ids, each once
     * @return what would be done
     */
    public BulkPreview of(BulkAction action, String subject, Collection<String> personIds) {
        List<String> ids = List.copyOf(personIds);
        int holders = 0;
        for (int from = 0; from < ids.size(); from += ASKED) {
            holders += holders(action, subject, ids.subList(from, Math.min(from + ASKED, ids.size())));
        }
        return action.assigns()
                ? new BulkPreview(ids.size(), ids.size() - holders, free(action, subject))
                : new BulkPreview(ids.size(), holders, null);
    }

    /**
     * Counts what a removal of people frees.
     *
     * @param personIds SCIM ids, each once
     * @return what would be done
     */
    public RemovalPreview ofRemoval(Collection<String> personIds) {
        List<String> ids = List.copyOf(personIds);
        int[] sums = new int[REMOVED.size()];
        for (int from = 0; from < ids.size(); from += ASKED) {
            List<String> some = ids.subList(from, Math.min(from + ASKED, ids.size()));
            for (int i = 0; i < sums.length; i++) {
                sums[i] += removed(REMOVED.get(i), some);
            }
        }
        return new RemovalPreview(ids.size(), sums[0], sums[1], sums[2], sums[3], sums[4]);
    }

    private int removed(String what, List<String> ids) {
        List<Object> parameters = new ArrayList<>(List.of(false));
        parameters.addAll(ids);
        return new Sql(
                        "select count(*) from person p" + what + " and p.active = ? and p.id in "
                                + Sql.places(ids.size()),
                        parameters)
                .list(dataSource, row -> row.getInt(1))
                .get(0);
    }

    private int holders(BulkAction action, String subject, List<String> ids) {
        List<Object> parameters = new ArrayList<>();
        String held = " where ";
        if (action.kind() == ServiceKind.LICENSE) {
            held = " where license_id = ? and " + (action.assigns() ? "state = 'HELD'" : "by_hand = true") + " and ";
            parameters.add(subject);
        }
        parameters.addAll(ids);
        String table = action.kind() == ServiceKind.LICENSE
                ? "license_seat"
                : action.kind().pool().table();
        return new Sql("select count(*) from " + table + held + "person_id in " + Sql.places(ids.size()), parameters)
                .list(dataSource, row -> row.getInt(1))
                .get(0);
    }

    private Integer free(BulkAction action, String subject) {
        if (action.kind() == ServiceKind.LICENSE) {
            return Sql.of("select seats - seats_used from license where id = ?", subject)
                    .list(dataSource, row -> row.getObject(1, Integer.class))
                    .get(0);
        }
        Within within = action.kind() == ServiceKind.NUMBER
                ? Within.prefix(PoolKind.NUMBER, subject == null ? "" : subject)
                : Within.range(subject);
        List<Object> parameters = new ArrayList<>(List.of(System.currentTimeMillis()));
        parameters.addAll(within.parameters());
        return new Sql(
                        "select count(*) from " + within.kind().table() + " where free_from <= ? and "
                                + within.condition(),
                        parameters)
                .list(dataSource, row -> row.getInt(1))
                .get(0);
    }
}
