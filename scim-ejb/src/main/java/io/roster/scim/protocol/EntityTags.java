package io.roster.scim.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value of {@code If-Match} or {@code If-None-Match}: {@code *}, or a list of entity tags (RFC 9110 sections 8.8.3,
 * 13.1.1 and 13.1.2). RFC 7644 section 3.14 sends weak tags in {@code If-Match}, which HTTP would never match there;
 * SCIM's reading wins, and weak and strong tags compare alike in both headers.
 *
 * @param any whether it is {@code *}
 * @param opaque what each tag has between its quotes
 */
record EntityTags(boolean any, List<String> opaque) {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"");
    private static final Pattern SPACE = Pattern.compile("[ \\t]*");

    /** Reads a header; nothing, where it is neither {@code *} nor a list of tags. */
    static Optional<EntityTags> parse(String header) {
        if (header.strip().equals("*")) {
            return Optional.of(new EntityTags(true, List.of()));
        }
        List<String> tags = new ArrayList<>();
        Matcher space = SPACE.matcher(header);
        Matcher tag = TAG.matcher(header);
        int at = 0;
        while (true) {
            at = skip(space, at);
            // A list may have empty elements, which count for nothing (RFC 9110 section 5.6.1.2).
            if (tag.region(at, header.length()).lookingAt()) {
                tags.add(tag.group(1));
                at = skip(space, tag.end());
            }
            if (at == header.length()) {
                return Optional.of(new EntityTags(false, List.copyOf(tags)));
            }
            if (header.charAt(at) != ',') {
                return Optional.empty();
            }
            at++;
        }
    }

    private static int skip(Matcher space, int at) {
        space.region(at, space.regionEnd()).lookingAt();
        return space.end();
    }

    /** Whether one of the tags is as asked, or all are meant. */
    boolean match(Predicate<String> tag) {
        return any || opaque.stream().anyMatch(tag);
    }
}
