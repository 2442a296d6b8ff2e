package io.roster.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.Names;
import io.roster.system.Samples;
import io.roster.system.ScimClient;
import io.roster.system.SharedRoster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers and extensions come into the pool, are assigned, released and withdrawn. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NumberPagesIT {
    // Other classes have others: they use the same server.
    private static final String BLOCK = "277710";

    private final ScimClient okta = SharedRoster.DERBY.client();
    private Browser browser;

    private int made;

    @BeforeAll
    void open() {
        browser = Browser.open(SharedRoster.DERBY.server());
        browser.visit("numbers").signIn();
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void aNumberIsAddedAssignedReleasedAndWithdrawn() {
        String number = add();
        String person = person();
        browser.visit("number?n=" + number.substring(1)).type(".filters input[name=q]", person);
        browser.untilPage(".*q=" + person + ".*").click(".choices .button").untilText("Assigned to");
        assertThat(okta.get("/Users?filter=userName%20eq%20%22" + person + "%22")
                        .text())
                .contains("\"phoneNumber\":\"" + number + "\"");
        browser.visit("numbers?q=" + person).find("tbody tr");
        assertThat(browser.find("tbody tr").getText()).contains("Assigned", person);
        browser.click("tbody th a").untilText("Assigned to");
        browser.click("[id='act:release']").untilText("It rests for");
        browser.click(".ui-confirmdialog-yes").untilText("Resting");
        browser.click("[id='act:rested']").untilText("It can be assigned.");
        browser.click("[id='act:withdraw']").click(".ui-confirmdialog-yes").untilPage(".*/numbers");
        assertThat(browser.find(".messages").getText()).contains("withdrawn");
        browser.visit("number?n=" + number.substring(1)).untilText("Not found");
    }

    @Test
    void whatIsWrongIsSaidBesideItsField() {
        browser.visit("new-numbers").type("[id='one:first']", "030 23125000").click("[id='one:add']");
        browser.untilText("has no country code");
        assertThat(browser.accessibilityFaults()).isEmpty();
        browser.type("[id='one:first']", "+49 30 23125009").type("[id='one:last']", "+49 30 23125000");
        browser.click("[id='one:add']").untilText("Enter the lower number first");
        browser.visit("new-numbers").click("[id='many:check']").untilText("Choose a file that is not empty");
        browser.visit("extension-range").type("[id='form:name']", "A").type("[id='form:first']", "12");
        browser.type("[id='form:last']", "123").click("[id='form:save']").untilText("as many in both");
        browser.visit("numbers").type("[id='rest:days']", "").click("[id='rest:save']");
        browser.untilText("Enter a whole number of days");
    }

    @Test
    void aFileIsShownBeforeItIsTaken(@TempDir Path folder) throws IOException {
        String known = add();
        String first = number();
        Path file = Files.writeString(
                folder.resolve("numbers.csv"),
                "site;number\nBerlin;%s\nBerlin;0%s\nBerlin;x\nBerlin;%s\n"
                        .formatted(known, first.substring(3), number()));
        browser.visit("new-numbers");
        browser.find("[id='many:file']").sendKeys(file.toString());
        browser.click("[id='many:fileRegion'] option[value=DE]").click("[id='many:check']");
        browser.untilText("2 numbers can be added.").untilText("2 lines have a problem");
        assertThat(browser.text()).contains("is in the pool already", "is no phone number");
        assertThat(browser.accessibilityFaults()).isEmpty();
        browser.screenshot("numbers-preview");
        browser.click("[id='preview:confirm']").untilPage(".*/numbers").untilText("2 numbers are in the pool now");
        browser.visit("number?n=" + first.substring(1)).untilText("It can be assigned.");
    }

    @Test
    void whatNoNumberingPlanHasIsAddedDeliberately(@TempDir Path folder) throws IOException {
        String unknown = "+1123" + BLOCK + "1";
        browser.visit("new-numbers").type("[id='one:first']", unknown).click("[id='one:add']");
        browser.untilText("stands in no numbering plan").untilText("you can add it anyway");
        assertThat(browser.accessibilityFaults()).isEmpty();
        browser.screenshot("numbers-anyway");
        browser.click("[id='one:anyway']").untilPage(".*/numbers").untilText("is in the pool");
        Path file = Files.writeString(folder.resolve("test.csv"), number() + "\n+1123" + BLOCK + "2\n");
        browser.visit("new-numbers").find("[id='many:file']").sendKeys(file.toString());
        browser.click("[id='many:check']").untilText("One number stands in no numbering plan");
        browser.screenshot("numbers-preview-outside");
        browser.click("[id='preview:all']").untilPage(".*/numbers").untilText("2 numbers are in the pool now");
    }

    @Test
    void aLargeRangeIsAddedInTheBackgroundAndALargeFileIsRefused(@TempDir Path folder) throws IOException {
        browser.visit("new-numbers").type("[id='one:first']", "+493027780000");
        browser.type("[id='one:last']", "+493027781999").click("[id='one:add']");
        browser.untilPage(".*/work\\?.*").untilText("All numbers are in the pool");
        assertThat(browser.find(".counts").getText().replaceAll("\\s+", " "))
                .isEqualTo("Added 2,000 In the pool before 0 Remaining 0");
        assertThat(browser.accessibilityFaults()).isEmpty();
        browser.screenshot("work-numbers");
        browser.visit("numbers?prefix=49302778").untilText("2,000");
        Path file = Files.write(folder.resolve("large.csv"), new byte[(8 << 20) + 1]);
        browser.visit("new-numbers").find("[id='many:file']").sendKeys(file.toString());
        browser.click("[id='many:check']").untilText("larger than 8 MB");
    }

    @Test
    void aRangeOfExtensionsIsAddedUsedShortenedAndDeleted() {
        String first = BLOCK + "100";
        String name = "Berlin " + Names.unique("range");
        range(name, first, BLOCK + "199");
        browser.visit("extensions").untilText(name);
        String person = person();
        browser.visit("extension?n=" + first + "&q=" + person)
                .click(".choices .button")
                .untilText("Assigned to");
        browser.visit("extensions").untilText(name);
        String href = browser.all("tbody th a").stream()
                .filter(link -> link.getText().equals(name))
                .findFirst()
                .orElseThrow()
                .getDomAttribute("href");
        browser.visit(href).untilText("1 assigned, 0 resting, 99 free");
        assertThat(browser.all("tbody tr")).hasSize(50);
        browser.type("[id='form:first']", BLOCK + "150").click("[id='form:save']");
        browser.untilText("One extension that would go is assigned");
        browser.visit(href + "&state=assigned").find("tbody tr");
        assertThat(browser.all("tbody tr")).hasSize(1);
        browser.visit("extension?n=" + first)
                .click("[id='act:release']")
                .click(".ui-confirmdialog-yes")
                .untilText("Resting");
        browser.visit(href).click("[id='removal:delete']").click(".ui-confirmdialog-yes");
        browser.untilPage(".*/extensions").untilText("is deleted");
        browser.visit("extension?n=" + first).untilText("Not found");
    }

    @Test
    void theRestIsKept() {
        browser.visit("numbers").type("[id='rest:days']", "31").click("[id='rest:save']");
        browser.untilText("rests for 31 days");
        assertThat(browser.find("[id='rest:days']").getDomProperty("value")).isEqualTo("31");
        browser.type("[id='rest:days']", "30").click("[id='rest:save']").untilText("rests for 30 days");
    }

    @ParameterizedTest
    @CsvSource({"light,1440", "dark,1440", "light,360", "dark,360"})
    void axeFindsNothingAndNothingScrollsSideways(String scheme, int width) {
        String number = add();
        String extension = BLOCK + (200 + made);
        range("Fernsprechnebenstellenanlagenverwaltungsstandort สำนักงาน", extension, extension);
        String person = person();
        String taken = add();
        browser.visit("number?n=" + taken.substring(1) + "&q=" + person).click(".choices .button");
        browser.untilText("Assigned to").scheme(scheme).width(width);
        for (String page : new String[] {
            "numbers",
            "numbers?q=nobody",
            "new-numbers",
            "number?n=" + taken.substring(1),
            "number?n=" + number.substring(1) + "&q=" + person,
            "extensions",
            "extension-range",
            "extension?n=" + extension
        }) {
            browser.visit(page).find("h1");
            assertThat(browser.accessibilityFaults()).as(page).isEmpty();
            assertThat(browser.isWiderThanItsWindow()).as(page).isFalse();
            String name = page.replaceFirst("\\?n=.*q=.*", "-assign").replaceFirst("\\?.*", "-one");
            browser.screenshot(name + "-" + scheme + "-" + width);
        }
        browser.scheme("light").width(1440);
    }

    private String number() {
        made++;
        return "+4930" + BLOCK + (10 + made);
    }

    private String add() {
        String number = number();
        browser.visit("new-numbers").type("[id='one:first']", number).click("[id='one:add']");
        browser.untilPage(".*/numbers").untilText("is in the pool");
        return number;
    }

    private void range(String name, String first, String last) {
        browser.visit("extension-range").type("[id='form:name']", name).type("[id='form:first']", first);
        browser.type("[id='form:last']", last).click("[id='form:save']").untilPage(".*/extensions");
    }

    private String person() {
        String userName = Names.unique("phone");
        okta.post("/Users", Samples.user(userName, "\"active\":true")).is(201);
        return userName;
    }
}
