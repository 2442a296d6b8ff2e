package io.roster.syncback.okta;

import jakarta.json.JsonException;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a list goes on: an address in a header {@code Link} with {@code rel="next"} (RFC 8288), to be called as it is. A
 * rest client has paths and parameters of its own for each call, so this filter puts the whole address in their place.
 */
final class NextLink implements ClientRequestFilter {

    /** Carries the address to the filter, and goes no further. */
    static final String HEADER = "X-Next-Link";

    /** Runs before the request is signed in. */
    static final int PRIORITY = 1;

    /** What a row that remembers it has room for. */
    private static final int LONGEST = 2000;

    private static final Pattern LINK = Pattern.compile("<([^>]*)>([^<]*)");
    private static final Pattern NEXT = Pattern.compile("(?i)[;\\s]rel\\s*=\\s*\"?next\"?\\s*(?:[;,].*|$)");

    @Override
    public void filter(ClientRequestContext request) {
        List<Object> link = request.getHeaders().remove(HEADER);
        if (link != null) {
            request.setUri(URI.create(Objects.toString(link.get(0))));
        }
    }

    /**
     * Reads it from an answer.
     *
     * @param org where credentials may go
     * @return {@code null} where the list has ended
     * @throws JsonException when it leads elsewhere, or cannot be followed
     */
    static String of(Response response, URI org) {
        for (Object header : response.getHeaders().getOrDefault("Link", List.of())) {
            Matcher link = LINK.matcher(Objects.toString(header));
            while (link.find()) {
                if (NEXT.matcher(link.group(2)).find()) {
                    return checked(link.group(1), org);
                }
            }
        }
        return null;
    }

    private static String checked(String link, URI org) {
        try {
            URI uri = org.resolve(link);
            if (isOf(uri, org) && uri.toString().length() <= LONGEST) {
                return uri.toString();
            }
        } catch (IllegalArgumentException e) {
            throw new JsonException("no address", e);
        }
        throw new JsonException("an address that is not the org's, or too long");
    }

    private static boolean isOf(URI uri, URI org) {
        return org.getScheme().equalsIgnoreCase(uri.getScheme())
                && org.getAuthority().equalsIgnoreCase(uri.getAuthority());
    }
}
