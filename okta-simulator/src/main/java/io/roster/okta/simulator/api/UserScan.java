package io.roster.okta.simulator.api;

import io.roster.okta.simulator.org.Account;
import io.roster.okta.simulator.org.Directory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** A page of users who meet a condition, from a position in the directory on. */
final class UserScan {
    private static final int CHUNK = 500;
    private final List<Account> page = new ArrayList<>();
    private int next = -1;

    UserScan(
            Directory directory,
            Function<String, Optional<Account>> view,
            Predicate<Account> matches,
            int start,
            int limit) {
        int position = start;
        List<String> ids = directory.ids(position, CHUNK);
        while (!ids.isEmpty()) {
            for (String id : ids) {
                Optional<Account> found = view.apply(id).filter(matches);
                if (found.isPresent()) {
                    if (page.size() == limit) {
                        next = position;
                        return;
                    }
                    page.add(found.get());
                }
                position++;
            }
            ids = directory.ids(position, CHUNK);
        }
    }

    /** Those found. */
    List<Account> page() {
        return page;
    }

    /** Where the next page begins, at somebody who is on it; -1 if there is none. */
    int next() {
        return next;
    }
}
