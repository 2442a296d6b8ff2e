package io.roster.system.console;

import io.roster.system.TemporaryFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * A browser with a profile of its own. To start one takes seconds, so that it serves one test after the other: each in a
 * new window of 1440 by 900 pixels, without cookies and without what pages have stored.
 */
final class ChromiumProcess {
    private static final Deque<ChromiumProcess> IDLE = new ConcurrentLinkedDeque<>();
    private static final Dimension SIZE = new Dimension(1440, 900);

    private final Path profile;
    private final ChromeDriver driver;

    private ChromiumProcess(Path profile, ChromeDriver driver) {
        this.profile = profile;
        this.driver = driver;
    }

    /** One that no test has at the moment. The reader's language is English. */
    static ChromiumProcess take() {
        ChromiumProcess idle = IDLE.poll();
        return idle == null ? start() : idle;
    }

    ChromeDriver driver() {
        return driver;
    }

    /** Makes it as new for the next test, and ends it where that fails. */
    void giveBack() {
        try {
            clear();
            IDLE.push(this);
        } catch (WebDriverException e) {
            quit();
        }
    }

    private void clear() {
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        if (driver.getCurrentUrl().startsWith("http")) {
            driver.executeScript("localStorage.clear()");
        }
        driver.switchTo().newWindow(WindowType.TAB);
        String fresh = driver.getWindowHandle();
        for (String window : driver.getWindowHandles()) {
            if (!window.equals(fresh)) {
                driver.switchTo().window(window).close();
            }
        }
        driver.switchTo().window(fresh).manage().window().setSize(SIZE);
    }

    private static ChromiumProcess start() {
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
                    "--window-size=" + SIZE.width + "," + SIZE.height,
                    "--user-data-dir=" + profile);
            ChromeDriverService service = new ChromeDriverService.Builder()
                    .usingDriverExecutable(Chromium.driver())
                    .build();
            ChromeDriver driver = new ChromeDriver(service, options);
            driver.manage().timeouts().scriptTimeout(Browser.PATIENCE);
            ChromiumProcess process = new ChromiumProcess(profile, driver);
            Runtime.getRuntime().addShutdownHook(new Thread(process::quit));
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void quit() {
        driver.quit();
        TemporaryFolders.delete(profile);
    }
}
