package io.roster.okta.simulator.api;

import io.roster.okta.simulator.http.ApiAnswer;
import io.roster.okta.simulator.http.ApiRequest;
import io.roster.okta.simulator.http.Bucket;
import io.roster.okta.simulator.http.Route;
import io.roster.okta.simulator.org.Account;
import io.roster.okta.simulator.profile.ProfileMapping;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** For people who look on: {@code /} lists users, {@code /people/{login}} shows a profile as JSON. Without a token. */
record PagesEndpoint(Users users) {
    private static final int MOST = 100;
    private static final int LOGIN = 1;
    private static final List<String> COLUMNS = List.of("displayName", "login", "primaryPhone", "telephonyExtension");
    private static final String HEAD = """
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="5">
        <meta name="viewport" content="width=device-width"><title>Simulated Okta</title>
        <style>:root{color-scheme:light dark}body{font:15px system-ui;margin:2rem}
        td,th{text-align:left;padding:.25rem 1rem .25rem 0}</style></head><body><h1>Simulated Okta</h1>
        <form><label>Name or login <input name="q"></label> <button>Find</button></form>
        <table><tr><th>Name</th><th>Login</th><th>Primary phone</th><th>Extension</th><th>Status</th>
        <th>Written back</th></tr>
        """;

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/", "", Bucket.NONE, this::people),
                Route.of("GET", "/people/*", "", Bucket.NONE, this::profile));
    }

    private ApiAnswer profile(ApiRequest request) {
        return ApiAnswer.ok(UserResource.of(users.find(request.segment(LOGIN)), request.origin()));
    }

    private ApiAnswer people(ApiRequest request) {
        String word = request.query().get("q").orElse("").toLowerCase(java.util.Locale.ROOT);
        UserScan found = new UserScan(
                users.directory(),
                users.directory()::byId,
                account -> (text(account, "displayName") + " " + text(account, "login"))
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains(word),
                0,
                MOST);
        StringBuilder page = new StringBuilder(HEAD);
        found.page().forEach(account -> row(page, account));
        return ApiAnswer.html(page.append("</table></body></html>").toString());
    }

    private void row(StringBuilder page, Account account) {
        page.append("<tr>");
        for (String column : COLUMNS) {
            String text = escaped(text(account, column));
            page.append("<td>")
                    .append(column.equals("login") ? "<a href=\"/people/" + account.id() + "\">" + text + "</a>" : text)
                    .append("</td>");
        }
        List<Write> writes = users.writes().of(account.id());
        page.append("<td>")
                .append(account.user().status())
                .append("</td><td>")
                .append(
                        writes.isEmpty()
                                ? ""
                                : Times.text(writes.get(writes.size() - 1).millis()))
                .append("</td></tr>");
    }

    private static String text(Account account, String attribute) {
        Optional<JsonValue> value = ProfileMapping.value(account, attribute);
        return value.isPresent() && value.get() instanceof JsonString text ? text.getString() : "";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
