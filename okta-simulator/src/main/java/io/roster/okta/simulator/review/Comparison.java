package io.roster.okta.simulator.review;

import java.util.List;

/**
 * What an import found in comparison with the org; one sentence for each find.
 *
 * @param missing what was acknowledged and is not there
 * @param different what is there with other values
 * @param extra what is there although the org has not pushed it
 * @param people how many people were imported
 * @param groups how many groups were imported
 */
public record Comparison(List<String> missing, List<String> different, List<String> extra, int people, int groups) {

    /** Whether nothing is missing, different or extra. */
    public boolean equal() {
        return missing.isEmpty() && different.isEmpty() && extra.isEmpty();
    }

    /** Whether nothing that was acknowledged is missing or different; there may be more. */
    public boolean complete() {
        return missing.isEmpty() && different.isEmpty();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(people).append(" people and ").append(groups).append(" groups imported: ");
        text.append(missing.size()).append(" missing, ");
        text.append(different.size()).append(" different, ");
        text.append(extra.size()).append(" extra").append(System.lineSeparator());
        list(text, "missing: ", missing);
        list(text, "different: ", different);
        list(text, "extra: ", extra);
        return text.toString();
    }

    private static void list(StringBuilder text, String label, List<String> lines) {
        lines.forEach(line -> text.append(label).append(line).append(System.lineSeparator()));
    }
}
