package io.roster.system.console;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import io.roster.system.RunningRoster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real browser, with an empty profile, in front of a running server's console. */
final class Browser implements AutoCloseable {
    /** How long a busy machine may take until a page is as it should be. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String LOGIN = "ROSTERLOGIN";

    // Signing in takes a second, by intent.
    private static final Map<RunningRoster, String> LOGINS = new ConcurrentHashMap<>();

    private final RunningRoster roster;
    private final ChromiumProcess process = ChromiumProcess.take();
    private final ChromeDriver driver = process.driver();
    private String asked = "people";

    private Browser(RunningRoster roster) {
        this.roster = roster;
    }

    /** Opens a window of 1440 by 900 pixels; the reader's language is English. */
    static Browser open(RunningRoster roster) {
        return new Browser(roster);
    }

    /** Goes to a page of the console, such as {@code people}. */
    Browser visit(String page) {
        driver.get(roster.uri("/admin/" + page).toString());
        asked = page.startsWith("sign-in") ? "people" : page;
        return this;
    }

    /** Goes to a page again and again until it has an element: what servers look at only once in a while comes late. */
    Browser visitUntil(String page, String selector) {
        new WebDriverWait(driver, PATIENCE)
                .until(at -> !visit(page).all(selector).isEmpty());
        return this;
    }

    /**
     * Is signed in as the first administrator, on the page that was visited before: with the password the first time,
     * then with the cookie that came of it, in a session of this browser's own.
     */
    Browser signIn() {
        if (LOGINS.containsKey(roster)) {
            login(LOGINS.get(roster));
            visit(asked);
        }
        // A cookie is of no use any more when some test has signed out.
        if (!LOGINS.containsKey(roster) || address().contains("/sign-in")) {
            signIn("admin", RunningRoster.ADMIN_PASSWORD).untilPage(".*/admin/(?!sign-in).*");
            LOGINS.put(roster, login());
        }
        return this;
    }

    /** Is signed in as another browser is, at another server. */
    Browser takeLogin(Browser other) {
        login(other.login());
        return this;
    }

    private String login() {
        return driver.manage().getCookieNamed(LOGIN).getValue();
    }

    private void login(String secret) {
        String console = roster.uri("/admin/").toString();
        driver.executeCdpCommand("Network.setCookie", Map.of("name", LOGIN, "value", secret, "url", console));
    }

    /** Fills the sign-in page and sends it, whatever comes of it. */
    Browser signIn(String user, String password) {
        if (!address().contains("/sign-in")) {
            visit("sign-in");
        }
        type("#user", user);
        type("#password", password);
        return click("#submit");
    }

    Browser type(String selector, String text) {
        WebElement field = find(selector);
        field.clear();
        field.sendKeys(text);
        return this;
    }

    Browser click(String selector) {
        // A page that follows work may put another button in its place meanwhile.
        new WebDriverWait(driver, PATIENCE)
                .ignoring(StaleElementReferenceException.class)
                .until(page -> {
                    WebElement element = ExpectedConditions.elementToBeClickable(By.cssSelector(selector))
                            .apply(page);
                    if (element != null) {
                        element.click();
                    }
                    return element != null;
                });
        return this;
    }

    /** The first element of a CSS selector, visible; waited for. */
    WebElement find(String selector) {
        return new WebDriverWait(driver, PATIENCE)
                .until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(selector)));
    }

    /** All elements of a CSS selector that are there now. */
    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** Waits until the address matches a regular expression. */
    Browser untilPage(String pattern) {
        new WebDriverWait(driver, PATIENCE).until(ExpectedConditions.urlMatches(pattern));
        return this;
    }

    /** Waits until the page shows a text. */
    Browser untilText(String text) {
        new WebDriverWait(driver, PATIENCE)
                .until(ExpectedConditions.textToBePresentInElementLocated(By.tagName("body"), text));
        return this;
    }

    /** What the server answers when the page itself asks for something, such as a file. */
    String fetch(String page) {
        Object text = driver.executeAsyncScript(
                "fetch(arguments[0]).then(answer => answer.text()).then(arguments[1])",
                roster.uri("/admin/" + page).toString());
        return (String) text;
    }

    /** Sends a form of the page with a button's name, and stays: whoever follows the answer comes later. */
    Browser post(String form, String button) {
        driver.executeAsyncScript(
                "const form = document.getElementById(arguments[0]);"
                        + "const body = new URLSearchParams(new FormData(form)); body.append(arguments[1], '');"
                        + "fetch(form.action, {method: 'POST', body, redirect: 'manual'}).then(() => arguments[2]())",
                form,
                button);
        return this;
    }

    /** Goes back as the browser's button does. */
    Browser back() {
        driver.navigate().back();
        return this;
    }

    /** Whether a reader would have to scroll sideways. */
    boolean isWiderThanItsWindow() {
        return (Boolean) driver.executeScript("return document.documentElement.scrollWidth > innerWidth");
    }

    String address() {
        return driver.getCurrentUrl();
    }

    /** What a reader sees of the page. */
    String text() {
        return find("body").getText();
    }

    /** The page's HTML as it is now. */
    String source() {
        return driver.getPageSource();
    }

    /** Makes the window as wide as a device, in CSS pixels. */
    Browser width(int pixels) {
        driver.manage().window().setSize(new Dimension(pixels, 900));
        return this;
    }

    /** Makes the reader's system prefer {@code light} or {@code dark}. */
    Browser scheme(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        return this;
    }

    /** What axe-core finds against WCAG on the page, a line each with where; empty is right. */
    @SuppressWarnings("deprecation")
    List<String> accessibilityFaults() {
        // Not in legacy mode axe opens a window of its own for each analysis, which a busy machine may not give in
        // time; that is for frames of other origins, and the console has none.
        return new AxeBuilder()
                .setLegacyMode(true).setTimeout((int) PATIENCE.toSeconds()).analyze(driver).getViolations().stream()
                        .map(Browser::told)
                        .toList();
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp()
                + rule.getNodes().stream().map(node -> "\n  " + node.getHtml()).toList();
    }

    /** Puts a picture of the page below {@code target/system/screenshots}. */
    Browser screenshot(String name) {
        try {
            Path folder = Files.createDirectories(Path.of("target/system/screenshots"));
            Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.giveBack();
    }
}
