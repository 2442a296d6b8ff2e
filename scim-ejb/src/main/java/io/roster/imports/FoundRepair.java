package io.roster.imports;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes of what matching found what a repair shows. */
final class FoundRepair {

    private static final JsonReaderFactory READERS = JsonProvider.provider().createReaderFactory(Map.of());

    private FoundRepair() {}

    static RosterRepair of(Finding finding) {
        boolean open = finding.kind() == CandidateKind.CONFLICT;
        return new RosterRepair(
                finding.kind(),
                finding.rosterName(),
                finding.differences() == null ? List.of() : changes(finding.differences()),
                finding.refusal() != null
                        ? finding.refusal()
                        : open ? "Several match, or the one who does is linked otherwise." : null,
                digest(finding));
    }

    static boolean isSame(Finding finding, String digest) {
        boolean possible = finding.refusal() == null && finding.kind() != CandidateKind.CONFLICT;
        return possible && digest(finding).equals(digest);
    }

    private static String digest(Finding finding) {
        String all = String.join(
                "\n",
                finding.kind().name(),
                String.valueOf(finding.rosterId()),
                String.valueOf(finding.differences()),
                String.valueOf(finding.wanted()),
                String.valueOf(finding.matchId()));
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static List<AttributeDifference> changes(String json) {
        try (JsonReader reader = READERS.createReader(new StringReader(json))) {
            JsonArray array = reader.readArray();
            return array.getValuesAs(JsonObject.class).stream()
                    .map(change -> new AttributeDifference(
                            change.getString("attribute"),
                            MappedPerson.text(change.get("before")),
                            MappedPerson.text(change.get("after"))))
                    .toList();
        }
    }
}
