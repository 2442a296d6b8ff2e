package io.roster.okta.simulator;

import io.roster.okta.simulator.org.OrgItem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Chooses some of many at random, and the same ones of the same. */
final class Sample {

    private Sample() {}

    /** A share of the items, rounded up; which ones depends on nothing but the items. */
    static <T extends OrgItem> List<T> of(List<T> items, double share) {
        List<T> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, new Random(salt(items)));
        return shuffled.subList(0, (int) Math.ceil(items.size() * share));
    }

    /** A number that is another one as soon as an item has changed. */
    static long salt(List<? extends OrgItem> items) {
        long salt = 0;
        for (OrgItem item : items) {
            salt = salt * 31 + item.toJson().toString().hashCode();
        }
        return salt;
    }
}
