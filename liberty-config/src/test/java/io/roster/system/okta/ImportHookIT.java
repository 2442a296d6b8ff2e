package io.roster.system.okta;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.Answer;
import io.roster.system.ConsoleSession;
import io.roster.system.Names;
import io.roster.system.RunningRoster;
import io.roster.system.ScimClient;
import io.roster.system.SharedRoster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Okta's import inline hook: from the console's settings to Okta's question and the event that tells of the answer. */
class ImportHookIT {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Pattern SECRET = Pattern.compile("rst_[\\w-]{20,}");

    private ConsoleSession console;

    @AfterEach
    void asBefore() {
        rules("LEAVE", "LEAVE");
    }

    @ParameterizedTest
    @EnumSource(SharedRoster.class)
    void oktaAsksAndIsTold(SharedRoster database) {
        console = ConsoleSession.signedIn(database.server());
        rules("LINK", "RENAME");
        ScimClient okta = database.client();
        String userName = Names.unique("sal.ito");
        Answer sal = okta.post("/Users", """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"%s","active":true}\
                """.formatted(userName)).is(201);
        URI hook = database.server().uri("/hooks/okta/import");
        String question = question(userName, "login", "");

        ask(hook, null, question, 401, "no Authorization header");
        ask(hook, "Bearer " + RunningRoster.TOKEN, question, 403, "not for inline hooks");
        String token = token();
        ask(hook, token, "{]", 400, "no JSON object");
        ask(hook, token, "{\"eventType\":\"com.okta.oauth2.tokens.transform\"}", 400, "com.okta.import.transform");
        ask(hook, token, " ".repeat(1 << 20) + question, 413, "larger than");
        ask(database.server().uri("/hooks/okta/other"), token, question, 404, "/hooks/okta/import");
        ask(hook, token, question, 200, "\"login\":\"" + userName + ".187@acme.example\"");
        ask(hook, token, question(userName, "", "00umatch"), 200, "\"id\":\"00umatch\"");
        okta.patch("/Users/" + sal.id(), "{\"op\":\"replace\",\"path\":\"externalId\",\"value\":\"00uknown\"}")
                .is(200);
        ask(hook, token, question, 200, "\"id\":\"00uknown\"");
        okta.with("Authorization", "Bearer " + token).get("/Users?count=1").is(403);

        assertThat(console.get("person?id=" + sal.id()))
                .contains("was told")
                .contains("The login " + userName + "@acme.example is taken in Okta")
                .contains("Linked with 00uknown");
    }

    private static void ask(URI hook, String token, String question, int status, String contains) {
        HttpRequest.Builder request = HttpRequest.newBuilder(hook)
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(question));
        if (token != null) {
            request.header("Authorization", token);
        }
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.body()).contains(contains);
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String token() {
        String page = console.submit(
                "new-token?for=hook", "form", Map.of("name", Names.unique("hook"), "scope", "HOOK"), "issue");
        Matcher secret = SECRET.matcher(page);
        assertThat(secret.find()).as(page).isTrue();
        assertThat(page).contains("/hooks/okta/import");
        return secret.group();
    }

    private void rules(String matched, String taken) {
        console.submit("import-hook", "form", Map.of("matched", matched, "taken", taken, "corrects", "on"), "save");
    }

    private static String question(String userName, String conflict, String match) {
        return """
            {"source":"cal1","eventId":"%s","eventType":"com.okta.import.transform","eventTypeVersion":"1.0",
             "data":{"context":{"conflicts":[%s],"matches":[%s]},"action":{"result":"CREATE_USER"},
              "appUser":{"profile":{"userName":"%s"}},
              "user":{"profile":{"firstName":"Sal","lastName":"Ito","login":"%s@acme.example","employeeNumber":"187"}}}}\
            """.formatted(
                        Names.unique("event"),
                        conflict.isEmpty() ? "" : '"' + conflict + '"',
                        match.isEmpty() ? "" : "{\"id\":\"" + match + "\"}",
                        userName,
                        userName);
    }
}
