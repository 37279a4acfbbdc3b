package io.runwisp.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A tab in a browser profile of its own. It minds what no page of ours may do: complain on the console, break its policy, ask anybody but the daemon, open a
 * dialog or a window, get an answer from the daemon that blames the daemon. Closing it fails when something of that happened.
 */
final class Tab implements AutoCloseable {

    private static final String POLICY = "addEventListener('securitypolicyviolation', event => "
            + "console.error('policy: ' + event.violatedDirective + ' ' + event.blockedURI))";

    final Page page;
    private final BrowserContext context;
    private final URI daemon;
    private final List<String> faults = new ArrayList<>();
    private final List<Pattern> expected = new ArrayList<>();

    private Tab(BrowserContext context, URI daemon) {
        this.context = context;
        this.daemon = daemon;
        context.setDefaultTimeout(Chromium.BOUND_MS);
        context.addInitScript(POLICY);
        context.onConsoleMessage(this::console);
        context.onWebError(error -> faults.add("error: " + error.error()));
        context.onRequest(this::request);
        context.onResponse(this::response);
        context.onDialog(dialog -> {
            faults.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        page = context.newPage();
        page.onPopup(popup -> faults.add("window: " + popup.url()));
    }

    /** Opens one that nobody has logged in with. */
    static Tab open(Browser browser, URI daemon, Look look) {
        return new Tab(browser.newContext(look.options().setBaseURL(daemon.toString())), daemon);
    }

    /** Opens one that has these cookies. */
    static Tab open(Browser browser, URI daemon, Look look, List<Cookie> cookies) {
        Tab tab = open(browser, daemon, look);
        tab.context.addCookies(cookies);
        return tab;
    }

    /** From now on such a complaint is no fault. */
    Tab expects(String pattern) {
        expected.add(Pattern.compile(pattern));
        return this;
    }

    /** Logs in with the form. */
    Tab login(String password) {
        page.navigate("/");
        field("Password").fill(password);
        button("Log in").click();
        assertThat(places()).isVisible();
        return this;
    }

    List<Cookie> cookies() {
        return context.cookies();
    }

    void forgetCookies() {
        context.clearCookies();
    }

    /** Another tab of the same browser profile; it shares whatever tabs share. */
    Page another(String path) {
        Page other = context.newPage();
        other.navigate(path);
        return other;
    }

    /** Goes to an address and waits until its screen is drawn. */
    Tab go(String path) {
        page.navigate(path);
        assertThat(headline()).isVisible();
        return this;
    }

    /** Goes to another address of the page without loading it anew, and waits until its screen is drawn. */
    void turn(String path) {
        page.evaluate("path => { history.pushState(null, '', path); dispatchEvent(new PopStateEvent('popstate')); }",
                path);
        assertThat(page.locator("[aria-busy=true]")).hasCount(0);
        assertThat(headline()).isVisible();
    }

    /** Changes the size of the window and the colours that the system prefers. */
    void look(Look look) {
        page.setViewportSize(look.width(), look.height());
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.colours()));
    }

    /** The sentence that each screen begins with. */
    Locator headline() {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    Locator region(String name) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator dialog(String title) {
        return page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(title).setExact(true));
    }

    /** What opens the palette. */
    Locator search() {
        return button("Search and commands");
    }

    /** Where one types what one looks for, once the palette is open. */
    Locator palette() {
        return dialog("Search and commands").getByRole(AriaRole.COMBOBOX);
    }

    /** The navigation beside every screen. */
    Locator places() {
        return page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Places").setExact(true));
    }

    /** The lines that a console shows. */
    Locator lines() {
        return page.getByRole(AriaRole.LOG);
    }

    /** Those that contain a text. */
    static Locator.FilterOptions with(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    /** Whether something is wider than the window, so that all of it has to be pushed sideways. */
    String overflow() {
        return page.evaluate("""
            () => {
              const wide = document.documentElement.clientWidth;
              const main = document.querySelector('main');
              if (document.documentElement.scrollWidth <= wide && (!main || main.scrollWidth <= main.clientWidth)) return '';
              return [...document.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > wide + 1).slice(0, 3)
                .map(e => e.tagName + ' ' + (e.getAttribute('class') ?? '')).join(', ') || 'the page';
            }""").toString();
    }

    void picture(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    private void console(ConsoleMessage message) {
        if (message.type().equals("error") || message.type().equals("warning")) {
            faults.add("console: " + message.text() + " at " + message.location());
        }
    }

    private void request(Request request) {
        URI asked = URI.create(request.url());
        boolean ours = daemon.getAuthority().equals(asked.getAuthority());
        if (!ours && !"data".equals(asked.getScheme()) && !"blob".equals(asked.getScheme())) {
            faults.add("asks somebody else: " + asked);
        }
    }

    private void response(Response response) {
        if (response.status() >= 500) {
            faults.add("the daemon answers " + response.status() + " to " + response.url());
        }
    }

    @Override
    public void close() {
        context.close();
        faults.removeIf(fault -> expected.stream().anyMatch(pattern -> pattern.matcher(fault).find()));
        assertEquals(List.of(), faults);
    }
}
