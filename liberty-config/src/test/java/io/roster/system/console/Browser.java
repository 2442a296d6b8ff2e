package io.roster.system.console;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import io.roster.system.RunningRoster;
import io.roster.system.TemporaryFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real browser, with an empty profile, in front of a running server's console. */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RunningRoster roster;
    private final Path profile;
    private final ChromeDriver driver;

    private Browser(RunningRoster roster, Path profile, ChromeDriver driver) {
        this.roster = roster;
        this.profile = profile;
        this.driver = driver;
    }

    /** Opens a window of 1440 by 900 pixels; the reader's language is English. */
    static Browser open(RunningRoster roster) {
        Chromium.provide();
        try {
            Path profile = Files.createTempDirectory("roster-browser-");
            ChromeOptions options = new ChromeOptions();
            options.setBinary(Chromium.browser());
            options.addArguments(
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-dev-shm-usage",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--lang=en-US",
                    "--accept-lang=en-US",
                    "--window-size=1440,900",
                    "--user-data-dir=" + profile);
            ChromeDriverService service = new ChromeDriverService.Builder()
                    .usingDriverExecutable(Chromium.driver())
                    .build();
            return new Browser(roster, profile, new ChromeDriver(service, options));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Goes to a page of the console, such as {@code people}. */
    Browser visit(String page) {
        driver.get(roster.uri("/admin/" + page).toString());
        return this;
    }

    /** Signs in as the first administrator and waits until the page behind the sign-in is there. */
    Browser signIn() {
        return signIn("admin", RunningRoster.ADMIN_PASSWORD).untilPage(".*/admin/(?!sign-in).*");
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
        new WebDriverWait(driver, PATIENCE)
                .until(ExpectedConditions.elementToBeClickable(By.cssSelector(selector)))
                .click();
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

    /** Makes the window as wide as a device, in CSS pixels. */
    Browser width(int pixels) {
        driver.manage().window().setSize(new Dimension(pixels, 900));
        return this;
    }

    /** Makes the reader's system prefer {@code light} or {@code dark}. */
    Browser scheme(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                java.util.Map.of(
                        "features", List.of(java.util.Map.of("name", "prefers-color-scheme", "value", scheme))));
        return this;
    }

    /** What axe-core finds against WCAG on the page, a line each with where; empty is right. */
    List<String> accessibilityFaults() {
        return new AxeBuilder()
                .analyze(driver).getViolations().stream().map(Browser::told).toList();
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
        driver.quit();
        TemporaryFolders.delete(profile);
    }
}
