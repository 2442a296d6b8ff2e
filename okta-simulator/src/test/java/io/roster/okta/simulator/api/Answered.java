package io.roster.okta.simulator.api;

import io.roster.okta.simulator.scim.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An answer as a client of the API sees it. */
record Answered(HttpResponse<String> response) {
    private static final Pattern NEXT = Pattern.compile("<[^>]*?(/api[^>]*)>; rel=\"next\"");

    int status() {
        return response.statusCode();
    }

    JsonObject json() {
        return Json.parse(response.body());
    }

    /** The elements of an answer that is an array. */
    List<JsonObject> list() {
        return Json.parse("{\"all\":" + response.body() + "}")
                .getJsonArray("all")
                .getValuesAs(JsonObject.class);
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    String errorCode() {
        return json().getString("errorCode");
    }

    JsonObject profile() {
        return json().getJsonObject("profile");
    }

    /** Path and query of the next page; null on the last. */
    String next() {
        for (String link : response.headers().allValues("Link")) {
            Matcher next = NEXT.matcher(link);
            if (next.find()) {
                return next.group(1);
            }
        }
        return null;
    }
}
