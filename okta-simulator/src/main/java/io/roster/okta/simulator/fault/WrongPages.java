package io.roster.okta.simulator.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.roster.okta.simulator.http.ApiAnswer;
import io.roster.okta.simulator.http.ApiRequest;
import jakarta.json.JsonArray;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.net.URLEncoder;
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

    /** The next page is this one again. */
    static ApiAnswer endless(ApiAnswer answer, ApiRequest request) {
        String query = request.query().parameters().entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        String link = request.origin() + request.path() + "?" + query;
        return answer.with("Link", "<" + link + ">; rel=\"next\"");
    }
}
