package io.roster.system.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.simulator.api.OktaApi;
import io.roster.okta.simulator.org.Person;
import io.roster.okta.simulator.scim.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** An administrator of Okta, whose clicks are calls of Okta's REST API. */
record OktaAdmin(OktaApi api) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Suspends, activates and so on: the name of the operation in Okta's path. */
    void lifecycle(Person person, String operation) {
        assertThat(post(person, "/lifecycle/" + operation + "?sendEmail=false", "")
                        .statusCode())
                .isEqualTo(200);
    }

    /** Changes an attribute of Okta's profile. */
    void profile(Person person, String attribute, String value) {
        assertThat(edit(person, attribute, value).statusCode()).isEqualTo(200);
    }

    /** Tries to change an attribute of Okta's profile. */
    HttpResponse<String> edit(Person person, String attribute, String value) {
        return post(
                person,
                "",
                Json.object()
                        .add("profile", Json.object().add(attribute, value))
                        .build()
                        .toString());
    }

    private HttpResponse<String> post(Person person, String path, String body) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(api.base().resolve("/api/v1/users/" + person.oktaId() + path))
                            .header("Authorization", "SSWS " + api.token())
                            .header("Content-Type", "application/json")
                            .header("Accept", "application/json")
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
