package io.roster.hook;

import io.roster.persistence.Ids;
import io.roster.persistence.Keys;
import io.roster.persistence.Sql;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * What Roster knows of somebody whom Okta imports.
 *
 * @param id the SCIM id
 * @param userName as Roster has it
 * @param oktaId of the Okta user who is linked; {@code null} where none is
 * @param number assigned, in E.164 form; {@code null} for none
 * @param extension assigned; {@code null} for none
 */
record KnownPerson(String id, String userName, String oktaId, String number, String extension) {

    private static final String READ = """
            select p.id, p.user_name, p.external_id, n.number, e.extension from person p
              left join phone_number n on n.person_id = p.id
              left join extension_number e on e.person_id = p.id
              where\s""";

    /** By the SCIM id, where the request names it, otherwise by the userName. */
    static Optional<KnownPerson> find(DataSource dataSource, HookRequest request) {
        return Stream.of(
                        Ids.isOne(request.scimId()) ? Sql.of(READ + "p.id = ?", request.scimId()) : null,
                        request.userName() == null
                                ? null
                                : Sql.of(READ + "p.user_name_key = ?", Keys.fold(request.userName())))
                .filter(sql -> sql != null)
                .flatMap(sql -> sql
                        .list(
                                dataSource,
                                row -> new KnownPerson(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5)))
                        .stream())
                .findFirst();
    }
}
