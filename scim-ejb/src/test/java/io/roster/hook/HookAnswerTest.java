package io.roster.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.hook.HookSettings.WhenMatched;
import io.roster.hook.HookSettings.WhenTaken;
import io.roster.okta.OktaAttributes;
import io.roster.scim.protocol.ScimException;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HookAnswerTest {

    private static final OktaAttributes ATTRIBUTES = new OktaAttributes("telephonyExtension", "primaryPhone");
    private static final String ID = "01a20400-e664-7394-877a-0e3445f3b91e";
    private static final KnownPerson UNLINKED = new KnownPerson(ID, "sal.ito", null, null, null);
    private static final KnownPerson LINKED = new KnownPerson(ID, "sal.ito", "00uknown", null, null);

    /** What is known, what Okta would do and with whom, who matches, what is taken, by which rules; the commands. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '~', textBlock = """
        -        | CREATE_USER | -         | -                   | -     | LEAVE  | LEAVE  | -
        unlinked | CREATE_USER | -         | -                   | -     | LINK   | RENAME | -
        linked   | CREATE_USER | -         | -                   | -     | LEAVE  | LEAVE  | LINK 00uknown
        linked   | LINK_USER   | 00uother  | 00uother            | -     | CREATE | LEAVE  | LINK 00uknown
        linked   | LINK_USER   | 00uknown  | 00uknown            | -     | CREATE | LEAVE  | -
        linked   | CREATE_USER | -         | -                   | login | LEAVE  | RENAME | LINK 00uknown
        unlinked | CREATE_USER | -         | 00umatch            | -     | LINK   | LEAVE  | LINK 00umatch
        unlinked | LINK_USER   | 00umatch  | 00umatch            | -     | LINK   | LEAVE  | -
        unlinked | LINK_USER   | 00umatch  | 00umatch            | -     | CREATE | LEAVE  | CREATE
        unlinked | LINK_USER   | 00umatch  | 00umatch            | login | CREATE | RENAME | CREATE login=sal.ito.187@acme.example
        unlinked | LINK_USER   | 00umatch  | 00umatch            | login | LEAVE  | RENAME | -
        unlinked | CREATE_USER | -         | 00umatch 00uanother | -     | LINK   | LEAVE  | -
        unlinked | CREATE_USER | -         | -                   | login | LEAVE  | LEAVE  | -
        unlinked | CREATE_USER | -         | -                   | login | LEAVE  | RENAME | login=sal.ito.187@acme.example
        -        | CREATE_USER | -         | -                   | email | LEAVE  | RENAME | -
        """)
    void commands(
            String known,
            String result,
            String userId,
            String matches,
            String conflict,
            WhenMatched matched,
            WhenTaken taken,
            String commands) {
        KnownPerson person = known == null ? null : known.equals("linked") ? LINKED : UNLINKED;
        HookRequest request = HookRequest.of(json(request(result, userId, matches, conflict)));
        HookAnswer answer = HookAnswer.of(request, person, new HookSettings(matched, taken, true), ATTRIBUTES);
        assertThat(told(answer.body())).isEqualTo(commands == null ? "" : commands);
        assertThat(answer.told()).isNotBlank();
        assertThat(HookAnswer.of(request, person, new HookSettings(matched, taken, true), ATTRIBUTES))
                .as("asked once more")
                .isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "sal.ito@acme.example, 187, sal.ito.187@acme.example",
        "sal.ito@acme.example, 1/8 7!, sal.ito.187@acme.example",
        "sal.ito@acme.example, , sal.ito.f3b91e@acme.example",
        "sal.ito@acme.example, ///, sal.ito.f3b91e@acme.example",
        "sal, 187, sal.187"
    })
    void anotherLogin(String login, String employeeNumber, String other) {
        String number = employeeNumber == null ? "null" : '"' + employeeNumber + '"';
        JsonObject body = json("{'eventType':'com.okta.import.transform','data':{'user':{'profile':{'login':'" + login
                + "','employeeNumber':" + number.replace('"', '\'') + "}}}}");
        assertThat(OtherLogin.of(HookRequest.of(body), UNLINKED)).isEqualTo(other);
    }

    @Test
    void anotherLoginStaysWithinOktasHundredCharacters() {
        String login = "x".repeat(90) + "@acme.example";
        JsonObject body =
                json("{'eventType':'com.okta.import.transform','data':{'user':{'profile':{'login':'" + login + "'}}}}");
        assertThat(OtherLogin.of(HookRequest.of(body), UNLINKED)).hasSize(100).endsWith(".f3b91e@acme.example");
    }

    @Test
    void theProfileGetsWhatIsAssignedAndNamesThatCanBeStored() {
        KnownPerson assigned = new KnownPerson(ID, "sal.ito", null, "+14155550137", "2137");
        JsonObject body = json("{'eventType':'com.okta.import.transform','data':{'user':{'profile':{"
                + "'firstName':' Sal \uD83D\uDE00','lastName':'\uD83D\uDE00','primaryPhone':'+14155550137'}}}}");
        HookSettings corrects = new HookSettings(WhenMatched.LEAVE, WhenTaken.LEAVE, true);
        HookSettings leaves = new HookSettings(WhenMatched.LEAVE, WhenTaken.LEAVE, false);
        HookRequest request = HookRequest.of(body);
        assertThat(told(HookAnswer.of(request, assigned, corrects, ATTRIBUTES).body()))
                .isEqualTo("firstName=Sal telephonyExtension=2137");
        assertThat(told(HookAnswer.of(request, assigned, corrects, new OktaAttributes(null, null))
                        .body()))
                .isEqualTo("firstName=Sal");
        assertThat(HookAnswer.of(request, assigned, leaves, ATTRIBUTES).body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'eventType':null}", "{'eventType':'com.okta.saml.tokens.transform'}"})
    void whatIsNoRequestOfThisHookIsRefused(String body) {
        assertThatThrownBy(() -> HookRequest.of(json(body)))
                .isInstanceOfSatisfying(
                        ScimException.class, e -> assertThat(e.status()).isEqualTo(400))
                .hasMessageContaining("com.okta.import.transform");
    }

    private static String request(String result, String userId, String matches, String conflict) {
        String ids = matches == null ? "" : "{'id':'" + matches.replace(" ", "'},{'id':'") + "'}";
        return "{'eventType':'com.okta.import.transform','eventId':'e1','data':{'context':{'conflicts':["
                + (conflict == null ? "" : "'" + conflict + "'") + "],'matches':[" + ids + "]},"
                + "'action':{'result':'" + result + "'},'appUser':{'profile':{'userName':'sal.ito'}},'user':{"
                + (userId == null ? "" : "'id':'" + userId + "',")
                + "'profile':{'login':'sal.ito@acme.example','employeeNumber':'187'}}}}";
    }

    /** The commands in short: the action, and the attributes of the user's profile. */
    private static String told(JsonObject body) {
        StringBuilder told = new StringBuilder();
        if (body.containsKey("commands")) {
            for (JsonObject command : body.getJsonArray("commands").getValuesAs(JsonObject.class)) {
                JsonObject value = command.getJsonObject("value");
                switch (command.getString("type")) {
                    case "com.okta.action.update" ->
                        told.append(' ').append(value.getString("result").replace("_USER", ""));
                    case "com.okta.user.update" -> told.append(' ').append(value.getString("id"));
                    case "com.okta.user.profile.update" ->
                        value.forEach((name, text) ->
                                told.append(' ').append(name).append('=').append(value.getString(name)));
                    default -> throw new AssertionError(command);
                }
            }
        }
        return told.toString().strip();
    }

    private static JsonObject json(String text) {
        try (var reader = JsonProvider.provider().createReader(new StringReader(text.replace('\'', '"')))) {
            return reader.readObject();
        }
    }
}
