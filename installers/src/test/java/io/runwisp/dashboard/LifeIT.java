package io.runwisp.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A page that stays open while its daemon dies, comes back, or does not know it any more. */
@ExtendWith(Stage.Door.class)
class LifeIT {

    private static final String TOML = """
        [tasks.speaks]
        run = "n=0; while true; do n=$((n+1)); echo spoken $n; sleep 0.1; done"
        [tasks.greet]
        run = "echo good morning"
        """;
    private static final String GONE = "ERR_CONNECTION_REFUSED|ERR_SOCKET_NOT_CONNECTED|ERR_INCOMPLETE|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET|network error";

    @Test
    void aPageThatIsOpenWhenTheDaemonIsKilledSaysSoAndGoesOnByItself(Stage stage, @TempDir Path folder)
            throws Exception {
        try (House house = House.open(folder, TOML); Tab tab = stage.stranger(house).expects(GONE)) {
            tab.login(house.password());
            String run = house.begin("speaks");
            tab.go("/tasks/speaks/" + run);
            Page other = tab.another("/");
            assertThat(tab.lines()).containsText("spoken 3");
            house.kill();
            assertThat(tab.region("Connection lost")).isVisible();
            assertThat(tab.region("Connection lost")).containsText("Down for");
            assertThat(tab.lines()).containsText("spoken 3");
            assertEquals(List.of(), Axe.faults(tab.page));
            house.again(Map.of());
            assertThat(tab.region("Connection lost")).not().isVisible();
            assertThat(tab.headline()).containsText("Crashed");
            assertThat(tab.region("Output").getByText("complete")).isVisible();
            String next = house.run("greet", "{}");
            assertThat(other.getByRole(AriaRole.LINK).filter(Tab.with("greet")).filter(Tab.with("succeeded")).first())
                .isVisible();
            tab.go("/tasks/greet/" + next);
            assertThat(tab.lines()).containsText("good morning");
        }
    }

    @Test
    void aScreenOnTheWallShowsTheOverviewAloneAndSaysWhenItIsStale(Stage stage, @TempDir Path folder)
            throws Exception {
        try (House house = House.open(folder, TOML); Tab tab = stage.stranger(house).expects(GONE)) {
            tab.login(house.password()).go("/?kiosk=1");
            assertThat(tab.headline()).containsText("All is well");
            assertThat(tab.places()).not().isVisible();
            house.kill();
            assertThat(tab.page.getByText("STALE")).isVisible();
            assertEquals("grayscale(1)", tab.page.locator(".units")
                .evaluate(
                        "unit => { while (!getComputedStyle(unit).filter.startsWith('gray')) unit = unit.parentElement; return getComputedStyle(unit).filter; }"));
            house.again(Map.of());
            assertThat(tab.page.getByText("STALE")).not().isVisible();
            tab.press("Escape");
            assertThat(tab.places()).isVisible();
        }
    }

    @Test
    void aSessionThatIsOverIsAskedForOverThePageWhichThenGoesOn(Stage stage, @TempDir Path folder) throws Exception {
        try (House house = House.open(folder, TOML);
                Tab tab = stage.stranger(house).expects(GONE).expects("status of 401")) {
            tab.login(house.password());
            tab.go("/tasks/greet");
            assertThat(tab.button("Run now")).isVisible();
            house.kill();
            house.again(Map.of("RUNWISP_PASSWORD", "another password"));
            assertThat(tab.page.getByText("Your session is over.")).isVisible();
            assertThat(tab.page.getByText("by hand only").first()).isVisible();
            assertEquals(List.of(), Axe.faults(tab.page));
            tab.field("Password").fill("another password");
            tab.button("Log in").click();
            assertThat(tab.field("Password")).not().isVisible();
            house.run("greet", "{}");
            assertThat(tab.headline()).containsText("Succeeded");
        }
    }
}
