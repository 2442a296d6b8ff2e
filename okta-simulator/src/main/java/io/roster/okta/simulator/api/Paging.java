package io.roster.okta.simulator.api;

import io.roster.okta.simulator.http.ApiAnswer;
import io.roster.okta.simulator.http.ApiRequest;
import io.roster.okta.simulator.http.OktaError;
import io.roster.okta.simulator.scim.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Pages: an array, and {@code Link} headers of which the one with {@code rel="next"} leads to the rest. */
final class Paging {
    private static final String MARK = "after:";

    private Paging() {}

    /** Where the page begins: 0, or what the cursor says; E0000029 where that is not one of ours. */
    static int start(ApiRequest request) {
        return request.query().get("after").map(Paging::position).orElse(0);
    }

    private static int position(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            if (text.startsWith(MARK)) {
                return Integer.parseInt(text.substring(MARK.length()));
            }
        } catch (IllegalArgumentException e) {
            // Told below, as any other foreign cursor.
        }
        throw new OktaError(400, "E0000029", "Invalid paging request.");
    }

    private static String cursor(int position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((MARK + position).getBytes(StandardCharsets.US_ASCII));
    }

    /** The page, with a next one from {@code next} on; there is none where that is negative. */
    static ApiAnswer answer(ApiRequest request, List<JsonObject> page, int next) {
        JsonArrayBuilder body = Json.array();
        page.forEach(body::add);
        List<String> links = new ArrayList<>();
        links.add(link(request, request.query().parameters(), "self"));
        if (next >= 0) {
            Map<String, String> parameters =
                    new java.util.LinkedHashMap<>(request.query().parameters());
            parameters.put("after", cursor(next));
            links.add(link(request, parameters, "next"));
        }
        return ApiAnswer.ok(body.build()).with("Link", links);
    }

    /** One page of a list that is there as a whole. */
    static <T> ApiAnswer of(
            ApiRequest request, List<T> all, int limit, java.util.function.Function<T, JsonObject> shown) {
        int start = Math.min(start(request), all.size());
        int end = Math.min(all.size(), start + limit);
        List<JsonObject> page = all.subList(start, end).stream().map(shown).toList();
        return answer(request, page, end < all.size() ? end : -1);
    }

    private static String link(ApiRequest request, Map<String, String> parameters, String relation) {
        StringBuilder address = new StringBuilder(request.origin()).append(request.path());
        char separator = '?';
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            address.append(separator)
                    .append(encoded(parameter.getKey()))
                    .append('=')
                    .append(encoded(parameter.getValue()));
            separator = '&';
        }
        return "<" + address + ">; rel=\"" + relation + "\"";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
