package io.roster.okta.simulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.simulator.OktaOrg;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was written through the API is in the state file, and in its journal before that. */
class KeptTest {
    @TempDir
    private Path directory;

    @Test
    void usersAndAttributesAreThereAgain() throws IOException {
        Path file = directory.resolve("org.json");
        String before;
        String etag;
        try (OktaOrg org = open(file);
                TestOkta okta = new TestOkta(org, 3, builder -> builder)) {
            okta.post(okta.user(0), "{\"profile\":{\"telephonyExtension\":\"2137\",\"primaryPhone\":\"+4930\"}}");
            okta.post(okta.user(1) + "/lifecycle/suspend", "");
            before = okta.get(okta.user(0)).json().getJsonObject("profile").toString();
            etag = okta.get(okta.user(0)).header("ETag");
            // As a process that is killed now leaves it.
            Files.copy(file, directory.resolve("killed.json"));
            Files.copy(directory.resolve("org.json.journal"), directory.resolve("killed.json.journal"));
        }
        for (String name : new String[] {"org.json", "killed.json"}) {
            try (OktaOrg org = open(directory.resolve(name));
                    TestOkta okta = new TestOkta(org, 3, builder -> builder)) {
                assertThat(okta.get(okta.user(0)).profile()).as(name).hasToString(before);
                assertThat(okta.get(okta.user(0)).header("ETag")).isEqualTo(etag);
                assertThat(okta.get(okta.user(1)).json().getString("status")).isEqualTo("SUSPENDED");
                assertThat(okta.get("/api/v1/users/" + okta.person(2).userName())
                                .status())
                        .isEqualTo(200);
                assertThat(okta.get("/api/v1/meta/schemas/user/default")
                                .response()
                                .body())
                        .contains("telephonyExtension");
            }
        }
    }

    private static OktaOrg open(Path file) throws IOException {
        return OktaOrg.at(URI.create("http://localhost:1/scim/v2")).state(file).open();
    }
}
