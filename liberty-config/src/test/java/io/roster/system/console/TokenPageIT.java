package io.roster.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.Names;
import io.roster.system.RunningRoster;
import io.roster.system.Samples;
import io.roster.system.ScimClient;
import io.roster.system.SharedRoster;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** From the console's page to the endpoint: a token is made, used, and revoked. */
class TokenPageIT {
    private static final Pattern SECRET = Pattern.compile("rst_[\\w-]{20,}");

    @Test
    void aTokenIsShownOnceServesAndIsRevokedAtOnce() {
        RunningRoster roster = SharedRoster.DERBY.server();
        String name = Names.unique("Okta production");
        try (Browser browser = Browser.open(roster)) {
            browser.visit("new-token").signIn();
            browser.visit("new-token")
                    .type("[id='form:name']", name)
                    .click("[id='form:issue']")
                    .untilText("rst_");
            Matcher found = SECRET.matcher(browser.find("main").getText());
            assertThat(found.find()).isTrue();
            ScimClient client = roster.client().with("Authorization", "Bearer " + found.group());
            client.get("/Users?count=1").is(200);

            browser.visit("tokens").untilText(name);
            assertThat(browser.text()).doesNotContain(found.group());
            browser.click("[aria-label*='" + name + "']")
                    .click(".ui-confirmdialog-yes")
                    .untilText("Revoked");
            client.get("/Users?count=1").is(401);
        }
    }

    @Test
    void aTokenMayBelongToAPerson() {
        RunningRoster roster = SharedRoster.DERBY.server();
        ScimClient okta = roster.client();
        String name = Names.unique("Phone");
        String userName = Names.unique("ada");
        String id = okta.post("/Users", Samples.user(userName)).is(201).id();
        try (Browser browser = Browser.open(roster)) {
            browser.visit("new-token").signIn();
            browser.visit("new-token")
                    .type("[id='form:name']", name)
                    .type("[id='form:person']", userName + "-unknown")
                    .click("[id='form:issue']")
                    .untilText("Nobody has the user name " + userName + "-unknown");
            assertThat(browser.all("[id='form:person'] ~ .problem")).hasSize(1);
            assertThat(browser.accessibilityFaults()).isEmpty();
            browser.type("[id='form:person']", userName.toUpperCase())
                    .click("[id='form:issue']")
                    .untilText("rst_");
            Matcher found = SECRET.matcher(browser.find("main").getText());
            assertThat(found.find()).isTrue();
            ScimClient ada = okta.with("Authorization", "Bearer " + found.group());
            assertThat(ada.get("/Me").is(200).id()).isEqualTo(id);
            ada.patch("/Me", "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Countess\"}")
                    .is(200);

            browser.visit("tokens").untilText(name);
            assertThat(browser.all("a[href='person?id=" + id + "']")).hasSize(1);
            assertThat(browser.accessibilityFaults()).isEmpty();
            browser.visit("person?id=" + id).untilText("by " + name + " (" + userName + ")");
            okta.patch("/Users/" + id, "{\"op\":\"replace\",\"path\":\"active\",\"value\":false}")
                    .is(200);
            browser.visit("tokens").untilText(userName + " · Deactivated");
            okta.delete("/Users/" + id).is(204);
            browser.visit("tokens").untilText("Belonged to a person who was deleted");
            assertThat(browser.width(360).isWiderThanItsWindow()).isFalse();
        }
    }
}
