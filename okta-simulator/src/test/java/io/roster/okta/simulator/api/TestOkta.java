package io.roster.okta.simulator.api;

import io.roster.okta.simulator.OktaOrg;
import io.roster.okta.simulator.org.Person;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.function.UnaryOperator;

/** An org with people who are provisioned to nobody, its API, and a client. */
final class TestOkta implements AutoCloseable {
    final TestClock clock = new TestClock();
    final OktaOrg org;
    final OktaApi api;
    private final HttpClient http = HttpClient.newHttpClient();

    TestOkta(int people) {
        this(people, builder -> builder);
    }

    TestOkta(int people, UnaryOperator<OktaApiBuilder> settings) {
        this(nowhere(), people, settings);
    }

    TestOkta(OktaOrg org, int people, UnaryOperator<OktaApiBuilder> settings) {
        this.org = org;
        org.state().clock(clock);
        try {
            org.hire(people);
            org.found(people / 4);
            api = settings.apply(OktaApi.of(org)
                            .clock(clock)
                            .token("t0ken")
                            .attribute("telephonyExtension", "Extension", 20))
                    .start(0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static OktaOrg nowhere() {
        try {
            return OktaOrg.at(URI.create("http://localhost:1/scim/v2")).open();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    Person person(int index) {
        return org.people().get(index);
    }

    /** The path of a user. */
    String user(int index) {
        return "/api/v1/users/" + person(index).oktaId();
    }

    Answered get(String path, String... headers) {
        return call("GET", path, "", headers);
    }

    Answered post(String path, String body, String... headers) {
        return call("POST", path, body, headers);
    }

    Answered call(String method, String path, String body, String... headers) {
        try {
            return send(method, path, body, headers);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Sends a request with the API token, unless {@code headers} have another Authorization. */
    Answered send(String method, String path, String body, String... headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(api.base() + path.replace(" ", "%20")))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (!List.of(headers).contains("Authorization")) {
            request.header("Authorization", "SSWS t0ken");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new Answered(http.send(request.build(), BodyHandlers.ofString()));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        api.close();
    }
}
