package io.roster.system.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.Answer;
import io.roster.system.Names;
import io.roster.system.OnEachRoster;
import io.roster.system.Samples;
import io.roster.system.ScimClient;
import io.roster.system.SharedRoster;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies in either media type and in any charset that Java knows; answers are UTF-8 without saying so. */
@OnEachRoster
class CharsetIT {
    @Parameter
    SharedRoster roster;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "windows-1252", "UTF-16", "UTF-16LE", "utf-32", "IBM1047"})
    void bodiesAreReadInTheirCharset(String charset) {
        for (String type : new String[] {"application/scim+json", "application/json"}) {
            ScimClient client = roster.client().with("Content-Type", type + ";charset=" + charset);
            String body = Samples.user(Names.unique("charset"), "\"displayName\":\"Zoë Ångström\"");
            Answer created = client.send("POST", "/Users", body.getBytes(Charset.forName(charset)))
                    .is(201);
            assertThat(created.at("/displayName")).isEqualTo("Zoë Ångström");
        }
    }

    @Test
    void bytesThatAreNotOfTheCharsetAreRefused() {
        byte[] latin =
                Samples.user(Names.unique("x"), "\"displayName\":\"Zoë\"").getBytes(StandardCharsets.ISO_8859_1);
        roster.client()
                .with("Content-Type", "application/json; charset=\"utf-8\"")
                .send("POST", "/Users", latin)
                .is(400, "invalidSyntax");
        roster.client()
                .with("Content-Type", "application/json; charset=US-ASCII")
                .send("POST", "/Users", latin)
                .is(400, "invalidSyntax");
    }
}
