package io.roster.imports;

import io.roster.persistence.Sql;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Writes for {@link ImportPages}, one transaction a call. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ImportPageWriter {

    private static final String INSERT = """
            insert into import_page (run_id, kind, owner_id, page, amount, content, next_link)
            values (?, ?, ?, ?, ?, ?, ?)""";

    private static final Map<PageKind, String> COUNTS = Map.of(
            PageKind.USERS, "users_fetched",
            PageKind.GROUPS, "groups_fetched",
            PageKind.MEMBERS, "members_fetched");

    @Resource(lookup = "jdbc/roster")
    private DataSource dataSource;

    /** As {@link ImportPages#storeUsers} and the others. */
    public Boolean store(ImportLease lease, StoredPage page, byte[] content) {
        if (!Statements.renewed(dataSource, lease)) {
            return false;
        }
        Statements.change(
                dataSource,
                INSERT,
                lease.runId(),
                page.kind().name(),
                page.ownerId(),
                page.page(),
                page.amount(),
                content,
                page.nextLink());
        count(lease, page.kind(), page.amount());
        return true;
    }

    /** As {@link ImportPages#storePlan}. */
    public Boolean storePlan(ImportLease lease, int first, List<Integer> amounts, List<byte[]> contents) {
        if (!Statements.renewed(dataSource, lease)) {
            return false;
        }
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < contents.size(); i++) {
            rows.add(Arrays.asList(
                    lease.runId(), PageKind.REREAD.name(), "", first + i, amounts.get(i), contents.get(i), null));
        }
        Statements.changeAll(dataSource, INSERT, rows);
        return true;
    }

    private void count(ImportLease lease, PageKind kind, int more) {
        String column = COUNTS.get(kind);
        if (column != null) {
            Statements.change(
                    dataSource,
                    "update import_run set " + column + " = " + column + " + ? where id = ?",
                    more,
                    lease.runId());
        }
    }

    /** As {@link ImportPages#forget}. */
    public Boolean forget(ImportLease lease, PageKind kind, String ownerId) {
        if (!Statements.renewed(dataSource, lease)) {
            return false;
        }
        int fetched = Sql.of(
                        "select coalesce(sum(amount), 0) from import_page where run_id = ? and kind = ? and owner_id = ?",
                        lease.runId(),
                        kind.name(),
                        ownerId)
                .list(dataSource, row -> row.getInt(1))
                .get(0);
        count(lease, kind, -fetched);
        Statements.change(
                dataSource,
                "delete from import_page where run_id = ? and kind = ? and owner_id = ?",
                lease.runId(),
                kind.name(),
                ownerId);
        return true;
    }
}
