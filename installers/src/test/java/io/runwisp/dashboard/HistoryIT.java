package io.runwisp.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The bars of the last runs: each opens its run, several of them narrow the list to their time. */
@ExtendWith(Stage.Door.class)
class HistoryIT {

    private static final int RUNS = 5;
    private static final Pattern NARROWED = Pattern.compile("/tasks/report\\?from=[^&]+&to=[^&]+$");
    private static final Pattern WHOLE = Pattern.compile("/tasks/report$");

    @Test
    void draggingOverBarsNarrowsTheListToTheirTimeAndSoDoKeys(Stage stage) throws Exception {
        for (int i = 0; i < RUNS; i++) {
            stage.house.run("report", "{}");
        }
        try (Tab tab = stage.at("/tasks/report")) {
            Locator bars = tab.page.getByRole(AriaRole.LISTBOX).getByRole(AriaRole.OPTION);
            Locator lit = tab.page.getByRole(AriaRole.LISTBOX)
                .getByRole(AriaRole.OPTION, new Locator.GetByRoleOptions().setSelected(true));
            assertThat(bars).hasCount(RUNS);
            assertThat(lit).hasCount(RUNS);
            drag(tab.page.mouse(), bars.nth(1).boundingBox(), bars.nth(3).boundingBox());
            assertThat(tab.page).hasURL(NARROWED);
            assertThat(rows(tab)).hasCount(3);
            assertThat(lit).hasCount(3);
            tab.page.goBack();
            assertThat(tab.page).hasURL(WHOLE);
            assertThat(rows(tab)).hasCount(RUNS);
            tab.page.goForward();
            assertThat(rows(tab)).hasCount(3);
            tab.button("Runs of any time").click();
            assertThat(rows(tab)).hasCount(RUNS);

            tab.page.getByRole(AriaRole.LISTBOX).focus();
            tab.press("ArrowLeft", "Shift+ArrowLeft");
            assertThat(lit).hasCount(2);
            tab.press("Enter");
            assertThat(tab.page).hasURL(NARROWED);
            assertThat(rows(tab)).hasCount(2);
            tab.press("Escape");
            assertThat(tab.page).hasURL(WHOLE);
            assertThat(rows(tab)).hasCount(RUNS);
            bars.first().click();
            assertThat(tab.page).hasURL(Pattern.compile("/tasks/report/[0-9A-Z]{26}$"));
        }
    }

    private static void drag(Mouse mouse, BoundingBox from, BoundingBox to) {
        mouse.move(from.x + from.width / 2, from.y + from.height / 2);
        mouse.down();
        mouse.move(to.x + to.width / 2, to.y + to.height / 2, new Mouse.MoveOptions().setSteps(4));
        mouse.up();
    }

    private static Locator rows(Tab tab) {
        return tab.page.getByRole(AriaRole.ROW).filter(Tab.with("succeeded"));
    }
}
