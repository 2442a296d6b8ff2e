package io.roster.console.drift;

import io.roster.console.reader.Texts;
import io.roster.drift.Drift;
import io.roster.drift.DriftField;
import io.roster.drift.DriftKind;
import java.util.List;
import java.util.Set;

/** Somebody who differs, or a group, as pages show it. */
public class DriftLine {

    private static final String FIELD = "drift.field.";
    private static final int UNFOLDED = 4;
    private static final Set<String> WORDED = Set.of("active", "mapping", "members", "phoneNumber", "extension");

    private final Drift row;
    private final Texts texts;

    DriftLine(Drift row, Texts texts) {
        this.row = row;
        this.texts = texts;
    }

    /** @return the row */
    public Drift getRow() {
        return row;
    }

    /** @return the end of the bundle's key for how it differs */
    public String getKindKey() {
        return DriftAddress.key(row.kind());
    }

    /** @return the colour of its badge */
    public String getKind() {
        return row.kind() == DriftKind.DIFFERENT ? "amber" : "blue";
    }

    /** @return the icon of its badge */
    public String getIcon() {
        return switch (row.kind()) {
            case OKTA_ONLY -> "cloud";
            case ROSTER_ONLY -> "database";
            case DIFFERENT -> "arrow-right-arrow-left";
        };
    }

    /** @return what that means, in words */
    public String getMeaning() {
        String key = "drift.kind." + getKindKey() + (row.group() ? ".group" : ".why");
        return texts.of(key);
    }

    /** @return whether Roster can be brought in line with Okta */
    public boolean isInRoster() {
        return !(row.group() && row.kind() == DriftKind.ROSTER_ONLY);
    }

    /** @return whether Okta can be brought in line with Roster */
    public boolean isInOkta() {
        return !row.group() || row.kind() == DriftKind.DIFFERENT;
    }

    /** @return what differs */
    public List<Sides> getFields() {
        return row.fields().stream().map(this::sides).toList();
    }

    /** @return whether so much differs that it is folded */
    public boolean isFolded() {
        return row.fields().size() > UNFOLDED;
    }

    private Sides sides(DriftField field) {
        boolean members = field.name().equals("members");
        return new Sides(
                WORDED.contains(field.name()) ? texts.of(FIELD + field.name()) : field.name(),
                members ? members(row.oktaMembers(), field.okta()) : value(field, field.okta()),
                field.app(),
                members ? members(row.rosterMembers(), field.roster()) : value(field, field.roster()),
                !row.group() && !field.name().equals("mapping"));
    }

    private String members(long count, String names) {
        return count == 0 ? null : texts.of("drift.members", count, names == null ? "" : names);
    }

    private String value(DriftField field, String value) {
        boolean active = Boolean.parseBoolean(value);
        boolean stands = field.name().equals("active") && (active || "false".equals(value));
        return stands ? texts.of(active ? "drift.active" : "drift.inactive") : value;
    }

    /**
     * The sides of an attribute.
     *
     * @param name what it is called
     * @param okta its value in Okta's profile; {@code null} for none
     * @param app its value for the app; {@code null} for none
     * @param roster its value here; {@code null} for none
     * @param apps whether the app has a side
     */
    public record Sides(String name, String okta, String app, String roster, boolean apps) {}
}
