package io.roster.system.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * A case of the plan, from {@code plan.tsv}.
 *
 * @param id such as {@code C9290}
 * @param title what it verifies, in the plan's words
 * @param section the part of the plan that it stands in
 * @param reason why it does not concern a SCIM server; empty for a case that is tested
 */
record PlannedCase(String id, String title, String section, String reason) {
    private static final int CELLS = 4;

    /** All cases, in the plan's order. */
    static List<PlannedCase> all() {
        try (InputStream file = PlannedCase.class.getResourceAsStream("plan.tsv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t", CELLS))
                    .map(cells -> new PlannedCase(cells[0], cells[1], cells[2], cells[3]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The case with this id. */
    static PlannedCase of(String id) {
        return all().stream()
                .filter(planned -> planned.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("The plan has no case " + id));
    }
}
