package io.runwisp.dashboard;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The one browser of a test run: the system's own, which can reach this machine and nothing else. */
final class Chromium implements AutoCloseable {

    /** Generous, because the machine may be busy; what works takes a fraction of it. */
    static final int BOUND_MS = 20_000;

    /** The same names as in installers/verify. */
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-default-apps", "--metrics-recording-only",
            "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1");

    final Browser browser;
    private final Playwright playwright;

    Chromium() {
        playwright = Playwright
            .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        PlaywrightAssertions.setDefaultAssertionTimeout(BOUND_MS);
        browser = playwright.chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(program()).setHeadless(true).setArgs(FLAGS));
    }

    private static Path program() {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "/usr/bin:/bin");
        return NAMES.stream()
            .flatMap(name -> Arrays.stream(path.split(":", -1)).map(folder -> Path.of(folder, name)))
            .filter(Files::isExecutable)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(
                    "The tests of the dashboard need Chromium, and the PATH has none of "
                            + NAMES + ": apt install chromium, or let installers/verify do it"));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
