package io.runwisp.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everything without a mouse. */
@ExtendWith(Stage.Door.class)
class KeysIT {

    @Test
    void twoKeysLeadAnywhere(Stage stage) {
        try (Tab tab = stage.at("/")) {
            goes(tab, "r", "/runs$");
            goes(tab, "f", "/runs\\?status=failed$");
            goes(tab, "c", "/calendar$");
            goes(tab, "u", "/upcoming$");
            goes(tab, "n", "/notifications$");
            goes(tab, "o", "/$");
        }
    }

    @Test
    void theMapOfKeysOpensAndClosesAndGivesTheFocusBack(Stage stage) {
        try (Tab tab = stage.at("/")) {
            tab.search().focus();
            tab.press("?");
            assertThat(tab.dialog("Keys")).containsText("next and previous row");
            tab.press("Escape");
            assertThat(tab.dialog("Keys")).not().isVisible();
            assertThat(tab.search()).isFocused();
        }
    }

    @Test
    void rowsAreWalkedThroughAndOpened(Stage stage) {
        try (Tab tab = stage.at("/runs?task=breaks")) {
            assertThat(tab.page.getByRole(AriaRole.MAIN).getByRole(AriaRole.ROW).nth(2)).isVisible();
            tab.press("j", "j", "k", "Enter");
            assertThat(tab.page).hasURL(Pattern.compile("/tasks/breaks/" + stage.cast.bad));
            assertThat(tab.headline()).containsText("Failed");
            shows(tab, stage.cast.bad);
            tab.press("]");
            shows(tab, stage.cast.good);
            tab.press("[");
            shows(tab, stage.cast.bad);
        }
    }

    @Test
    void rowsComeCloserByAKeyAndStayThere(Stage stage) {
        try (Tab tab = stage.at("/")) {
            Locator row = tab.page.locator(".units tbody tr").first();
            double wide = row.boundingBox().height;
            tab.press("d");
            double close = row.boundingBox().height;
            assertTrue(close < wide, close + " < " + wide);
            tab.go("/");
            assertEquals(close, row.boundingBox().height);
            tab.press("d");
            assertEquals(wide, row.boundingBox().height);
        }
    }

    @Test
    void aUnitIsStartedAndLookedAtByKeys(Stage stage) {
        try (Tab tab = stage.at("/tasks/greet")) {
            tab.press("r");
            assertThat(tab.dialog("Run greet")).isVisible();
            tab.press("Enter");
            assertThat(tab.page).hasURL(Pattern.compile("/tasks/greet/[0-9A-Z]{26}$"));
            assertThat(tab.lines()).containsText("good morning");
            tab.page.goBack();
            assertThat(tab.button("Run now")).isVisible();
            tab.press("w");
            assertThat(tab.page).hasURL(Pattern.compile("/tasks/greet/why$"));
        }
    }

    @Test
    void lettersThatAreTypedAreLetters(Stage stage) {
        try (Tab tab = stage.at("/")) {
            tab.press("/");
            tab.page.keyboard().type("gr?");
            assertThat(tab.region("Units").getByRole(AriaRole.SEARCHBOX)).hasValue("gr?");
            assertThat(tab.dialog("Keys")).not().isVisible();
            tab.press("Escape");
            tab.press("?");
            assertThat(tab.dialog("Keys")).isVisible();
        }
    }

    @Test
    void thePaletteFindsUnitsCommandsAndWhatWasPrinted(Stage stage) {
        try (Tab tab = stage.at("/")) {
            tab.press("Control+k");
            tab.palette().fill("backu");
            assertThat(chosen(tab)).containsText("backup");
            tab.press("Enter");
            assertThat(tab.page).hasURL(Pattern.compile("/tasks/backup$"));
            tab.press("Control+k");
            tab.palette().fill("disk is not there");
            Locator hit = tab.page.getByRole(AriaRole.OPTION).filter(Tab.with("the disk is not there")).first();
            assertThat(hit).isVisible();
            hit.click();
            assertThat(tab.page).hasURL(Pattern.compile("/tasks/breaks/[0-9A-Z]{26}\\?line=2$"));
            tab.press("Control+k");
            tab.palette().fill("calen");
            tab.press("Enter");
            assertThat(tab.page).hasURL(Pattern.compile("/calendar$"));
            tab.press("Control+k");
            assertThat(tab.palette()).isFocused();
            tab.press("Escape");
            assertThat(tab.palette()).not().isVisible();
        }
    }

    @Test
    void theFirstTabStopLeadsPastEverything(Stage stage) {
        try (Tab tab = stage.at("/")) {
            tab.press("Tab");
            assertThat(tab.link("Skip to the content")).isFocused();
            tab.press("Enter");
            assertThat(tab.page.getByRole(AriaRole.MAIN)).isFocused();
        }
    }

    private static Locator chosen(Tab tab) {
        return tab.dialog("Search and commands")
            .getByRole(AriaRole.OPTION, new Locator.GetByRoleOptions().setSelected(true));
    }

    /** The title has the end of the id once the page is that of the run. */
    private static void shows(Tab tab, String run) {
        assertThat(tab.page).hasURL(Pattern.compile("/tasks/breaks/" + run + "$"));
        assertThat(tab.page).hasTitle(Pattern.compile(run.substring(run.length() - 4)));
    }

    private static void goes(Tab tab, String key, String address) {
        tab.press("g", key);
        assertThat(tab.page).hasURL(Pattern.compile(address));
        assertThat(tab.headline()).isVisible();
    }
}
