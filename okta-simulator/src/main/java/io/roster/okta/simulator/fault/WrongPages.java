package io.roster.okta.simulator.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.roster.okta.simulator.http.ApiAnswer;
import io.roster.okta.simulator.http.ApiRequest;
import io.roster.okta.simulator.http.OktaError;
import io.roster.okta.simulator.http.Query;
import jakarta.json.JsonArray;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Answers whose pages are not as they should be. */
final class WrongPages {

    private static final JsonProvider JSON = JsonProvider.provider();

    private WrongPages() {}

    /** The first element comes once more; what is no list, or an empty one, stays as it is. */
    static ApiAnswer twice(ApiAnswer answer) {
        if (!answer.body().startsWith("[{")) {
            return answer;
        }
        try (JsonReader reader = JSON.createReader(new StringReader(answer.body()))) {
            JsonArray page = reader.readArray();
            return answer.withBody(
                    JSON.createArrayBuilder(page).add(page.get(0)).build().toString());
        }
    }

    /** The same request for fewer elements, with links that say so too; what asks for no valid number stays as it is. */
    static ApiRequest shorter(ApiRequest request, int most) {
        Map<String, String> parameters = new LinkedHashMap<>(request.query().parameters());
        try {
            parameters.put("limit", String.valueOf(request.query().limit(most, most)));
        } catch (OktaError e) {
            return request;
        }
        return new ApiRequest(
                request.id(),
                request.method(),
                request.path(),
                new Query(parameters),
                request.headers(),
                request.body(),
                request.origin());
    }

    /** The next page is this one again. */
    static ApiAnswer endless(ApiAnswer answer, ApiRequest request) {
        String query = request.query().parameters().entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        String link = request.origin() + request.path() + "?" + query;
        return answer.with("Link", "<" + link + ">; rel=\"next\"");
    }
}
