package io.runwisp.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.runwisp.image.Client;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Coming in: by password, by ticket, or without either; and who does not. */
@ExtendWith(Stage.Door.class)
class LoginIT {

    private static final String REFUSED = "status of 401";
    private static final String LIMITED = "status of 429";

    @Test
    void whoeverKnowsThePasswordComesInAndStaysInAfterALoadOfThePage(Stage stage) throws Exception {
        try (Tab tab = stage.stranger()) {
            tab.login(stage.house.password());
            assertThat(tab.headline()).not().isEmpty();
            tab.page.reload();
            assertThat(tab.places()).isVisible();
        }
    }

    @Test
    void theFieldHasTheFocusAndEnterIsEnough(Stage stage) throws Exception {
        try (Tab tab = stage.stranger()) {
            tab.page.navigate("/");
            assertThat(tab.field("Password")).isFocused();
            tab.field("Password").pressSequentially(stage.house.password());
            tab.press("Enter");
            assertThat(tab.places()).isVisible();
        }
    }

    @Test
    void aWrongPasswordIsToldAndTheRightOneThenLetsIn(Stage stage) throws Exception {
        try (Tab tab = stage.stranger().expects(REFUSED)) {
            tab.page.navigate("/runs?status=failed");
            tab.field("Password").fill("not it");
            tab.button("Log in").click();
            assertThat(says(tab)).hasText("That is not the password.");
            assertThat(tab.field("Password")).isFocused();
            tab.field("Password").fill(stage.house.password());
            tab.button("Log in").click();
            assertThat(tab.places()).isVisible();
            assertThat(tab.page).hasURL(Pattern.compile("/runs\\?status=failed$"));
        }
    }

    @Test
    void whoeverTriesTooOftenIsToldHowLongToWaitAndKeepsWhatWasTyped(Stage stage, @TempDir Path folder)
            throws Exception {
        try (House house = House.open(folder, "");
                Tab tab = stage.stranger(house).expects(REFUSED).expects(LIMITED)) {
            tab.page.navigate("/");
            for (int i = 0; i < 5; i++) {
                tab.field("Password").fill("guess " + i);
                tab.button("Log in").click();
                assertThat(says(tab)).hasText("That is not the password.");
                assertThat(tab.button("Log in")).isEnabled();
            }
            tab.field("Password").fill("once more");
            tab.button("Log in").click();
            assertThat(says(tab)).containsText("Too many attempts. Wait ");
            assertThat(tab.field("Password")).hasValue("once more");
        }
    }

    @Test
    void aTicketLetsInOnce(Stage stage) throws Exception {
        String ticket = Client.field("ticket", stage.house.post("/api/auth/launch-ticket"));
        try (Tab tab = stage.stranger()) {
            tab.page.navigate("/api/auth/launch?ticket=" + ticket);
            assertThat(tab.places()).isVisible();
        }
        try (Tab tab = stage.stranger().expects(REFUSED)) {
            tab.page.navigate("/api/auth/launch?ticket=" + ticket);
            assertThat(says(tab)).containsText("That link was used already");
            assertThat(tab.field("Password")).isVisible();
        }
    }

    @Test
    void whoeverLogsOutSeesNothingAnyMore(Stage stage) {
        try (Tab tab = stage.at("/")) {
            tab.search().click();
            tab.palette().fill("log out");
            tab.press("Enter");
            assertThat(tab.field("Password")).isVisible();
            assertThat(tab.places()).not().isVisible();
            tab.page.reload();
            assertThat(tab.field("Password")).isVisible();
        }
    }

    @Test
    void withoutALoginThePageSaysSoAllTheTime(Stage stage, @TempDir Path folder) throws Exception {
        try (House house = House.unlocked(folder, ""); Tab tab = stage.stranger(house)) {
            tab.go("/");
            assertThat(tab.page.getByText("no login")).isVisible();
            tab.go("/runs");
            assertThat(tab.page.getByText("no login")).isVisible();
        }
    }

    @Test
    void nothingIsToldToStrangers(Stage stage) {
        try (Tab tab = stage.stranger().expects(REFUSED)) {
            for (String path : new String[]{"/", "/tasks/greet", "/runs", "/calendar"}) {
                tab.page.navigate(path);
                assertThat(tab.field("Password")).isVisible();
                assertTrue(!tab.page.content().contains("good morning") && !tab.page.content().contains("greet"), path);
            }
        }
    }

    private static Locator says(Tab tab) {
        return tab.page.getByRole(AriaRole.STATUS).first();
    }
}
