package io.runwisp.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The bell: its number in every tab, what it shows below itself, and the page of all that has rung. */
@ExtendWith(Stage.Door.class)
class BellIT {

    private static final String TOML = "[tasks.breaks]\nrun = \"exit 4\"\n[tasks.fails]\nrun = \"exit 5\"\n";

    @Test
    void itRingsInAllTabsAndOpensBelowItselfWithoutLosingTheFocus(Stage stage, @TempDir Path folder) throws Exception {
        try (House house = House.open(folder, TOML); Tab tab = stage.stranger(house)) {
            tab.login(house.password());
            Page other = tab.another("/runs");
            assertThat(bell(tab.page, "Bell: nothing unread")).isVisible();
            house.run("fails", "{}");
            String run = house.run("breaks", "{}");
            assertThat(bell(tab.page, "Bell: 2 unread").locator("i")).hasClass("bad");
            assertThat(bell(other, "Bell: 2 unread")).isVisible();

            bell(tab.page, "Bell: 2 unread").click();
            Locator pop = tab.dialog("Bell");
            Locator rows = pop.getByRole(AriaRole.ARTICLE);
            assertThat(rows).hasCount(2);
            assertThat(rows.first()).containsText("Exit code 4");
            assertThat(rows.first()).containsText("breaks " + run.substring(run.length() - 4));
            for (int i = 0; i < 12; i++) {
                tab.press("Tab");
                assertEquals(true, tab.page.evaluate(
                        "() => document.activeElement === document.body || document.activeElement.closest('dialog') !== null"));
            }
            tab.press("Escape");
            assertThat(pop).not().isVisible();
            assertThat(bell(tab.page, "Bell: 2 unread")).isFocused();

            tab.press("b");
            rows.first().getByRole(AriaRole.LINK).click();
            assertThat(pop).not().isVisible();
            assertThat(tab.page).hasURL(Pattern.compile("/tasks/breaks/" + run));
            assertThat(tab.page.getByRole(AriaRole.MAIN)).isFocused();
            assertThat(bell(other, "Bell: 1 unread")).isVisible();

            bell(other, "Bell: 1 unread").click();
            other.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mark all read")).click();
            assertThat(bell(tab.page, "Bell: nothing unread")).isVisible();
            assertThat(bell(tab.page, "Bell: nothing unread").locator("i")).hasCount(0);
        }
    }

    @Test
    void whatIsReadOnItsPageIsReadEverywhere(Stage stage, @TempDir Path folder) throws Exception {
        try (House house = House.open(folder, TOML); Tab tab = stage.stranger(house)) {
            tab.login(house.password());
            house.run("breaks", "{}");
            tab.press("b");
            tab.link("View all").click();
            assertThat(tab.headline()).hasText("1 thing is unread.");
            Page other = tab.another("/");
            assertThat(bell(other, "Bell: 1 unread")).isVisible();
            tab.button("Mark read: breaks failed").click();
            assertThat(tab.headline()).hasText("Nothing unread.");
            assertThat(bell(other, "Bell: nothing unread")).isVisible();
            tab.button("Mark unread: breaks failed").click();
            tab.button("Mark all read").click();
            assertThat(bell(other, "Bell: nothing unread")).isVisible();
            tab.page.getByRole(AriaRole.ARTICLE).getByRole(AriaRole.LINK).click();
            assertThat(tab.headline()).containsText("Failed");
        }
    }

    @Test
    void onAPhoneItIsASheetAtTheLowerEdge(Stage stage) {
        try (Tab tab = stage.tab(Look.PHONE).go("/")) {
            tab.press("b");
            assertThat(tab.dialog("Bell").getByRole(AriaRole.ARTICLE).first()).isVisible();
            var box = tab.dialog("Bell").boundingBox();
            assertEquals(List.of(Look.PHONE.width(), Look.PHONE.height()),
                    List.of((int) box.width, (int) (box.y + box.height)));
        }
    }

    private static Locator bell(Page page, String says) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(says).setExact(true));
    }
}
