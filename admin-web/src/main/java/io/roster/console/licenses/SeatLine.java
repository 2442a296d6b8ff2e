package io.roster.console.licenses;

import io.roster.telephony.SeatHolder;
import io.roster.telephony.SeatReason;
import java.util.List;
import java.util.stream.Collectors;

/** A line of the list of seats as CSV (RFC 4180). */
final class SeatLine {

    static final String HEADER = line(List.of(
            "license",
            "userName",
            "name",
            "active",
            "state",
            "byHand",
            "byGroup",
            "byOkta",
            "groups",
            "since",
            "assignedBy"));

    private SeatLine() {}

    static String of(String licenseId, SeatHolder holder) {
        return line(List.of(
                licenseId,
                holder.userName(),
                holder.name(),
                String.valueOf(holder.active()),
                LicenseAddress.key(holder.state()),
                String.valueOf(holder.reasons().contains(SeatReason.HAND)),
                String.valueOf(holder.reasons().contains(SeatReason.GROUP)),
                String.valueOf(holder.reasons().contains(SeatReason.OKTA)),
                String.join("; ", holder.groups()),
                holder.since().toString(),
                holder.assignedBy()));
    }

    private static String line(List<String> values) {
        return values.stream().map(SeatLine::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    // What begins like a formula would be one in a spreadsheet, and names come from elsewhere.
    private static String quoted(String value) {
        String harmless = value.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + value : value;
        return harmless.matches("(?s).*[\",;\\r\\n].*") ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
