package io.runwisp.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What was, what comes, why not, what rang, what would change. */
@ExtendWith(Stage.Door.class)
class TimesIT {

    @Test
    void theCalendarShowsADayAWeekCollisionsAndTheDayOnWhichClocksChange(Stage stage) {
        try (Tab tab = stage.at("/calendar?day=2027-01-20")) {
            Locator day = tab.region("Wed 20 Jan 2027");
            assertThat(day).containsText("backup");
            assertThat(day.getByText("When several units start in one minute")).isVisible();
            assertThat(day).containsText("02:30");
            tab.link("Week").click();
            assertThat(tab.page).hasURL(Pattern.compile("span=week"));
            assertThat(tab.region("Sun 24 Jan 2027")).isVisible();
            tab.link("The week after").click();
            assertThat(tab.region("Mon 25 Jan 2027")).isVisible();
            tab.link("Today").click();
            assertThat(tab.page).hasURL(Pattern.compile("calendar\\?span=week$"));
            tab.go("/calendar?day=2027-03-28");
            assertThat(tab.page.getByText(Pattern.compile("02:00.*03:00")).first()).isVisible();
        }
    }

    @Test
    void upNextReachesAsFarAsOneLikes(Stage stage) {
        try (Tab tab = stage.at("/upcoming")) {
            assertThat(tab.page.getByRole(AriaRole.ROW).filter(Tab.with("backup"))).hasCount(1);
            tab.button("3 days").click();
            assertThat(tab.page).hasURL(Pattern.compile("hours=72"));
            assertThat(tab.page.getByRole(AriaRole.ROW).filter(Tab.with("backup"))).hasCount(3);
        }
    }

    @Test
    void whyAUnitDidNotRunIsAnsweredForAnyTime(Stage stage) {
        try (Tab tab = stage.at("/tasks/backup")) {
            tab.link("Why?").click();
            assertThat(tab.page).hasURL(Pattern.compile("/tasks/backup/why$"));
            assertThat(tab.headline()).isVisible();
            assertThat(tab.page.getByRole(AriaRole.LISTITEM).first()).isVisible();
            String now = tab.headline().textContent();
            tab.field("What happened at").fill("2026-01-10T02:30:05");
            assertThat(tab.page).hasURL(Pattern.compile("at=2026-01-10"));
            assertThat(tab.headline()).not().hasText(now);
        }
    }

    @Test
    void twoRunsAreComparedSideBySide(Stage stage) throws Exception {
        String plain = stage.house.run("export", "{\"params\":{\"CUSTOMER\":\"1\"}}");
        String other = stage.house.run("export", "{\"params\":{\"CUSTOMER\":\"2\"}}");
        try (Tab tab = stage.at("/diff/" + plain + "/" + other)) {
            Locator lines = tab.region("Lines side by side");
            assertThat(lines).containsText("customer 1 as csv");
            assertThat(lines).containsText("customer 2 as csv");
            tab.link("Swap").click();
            assertThat(tab.page).hasURL(Pattern.compile("/diff/" + other + "/" + plain + "$"));
        }
    }

    @Test
    void aChangedFileIsToldOfPlannedAndTaken(Stage stage, @TempDir Path folder) throws Exception {
        String before = "[tasks.old]\nrun = \"true\"\n[tasks.same]\nrun = \"true\"\n";
        try (House house = House.open(folder, before); Tab tab = stage.stranger(house).expects("status of 400")) {
            tab.login(house.password());
            house.write("[tasks.fresh]\nrun = \"true\"\n[tasks.same]\nrun = \"false\"\n");
            // The daemon looks at its files now and then, and when it is asked.
            house.awaits("/api/info", "\"config_stale\":true");
            tab.link("See what would change").click();
            Locator main = tab.page.getByRole(AriaRole.MAIN);
            assertThat(main).containsText("fresh");
            assertThat(main).containsText("old");
            tab.button("Reload").click();
            assertThat(tab.places().getByRole(AriaRole.LINK).filter(Tab.with("fresh"))).isVisible();
            assertThat(tab.places().getByRole(AriaRole.LINK).filter(Tab.with("old"))).hasCount(0);
            assertThat(tab.link("See what would change")).not().isVisible();
            assertThat(tab.button("Reload")).isDisabled();
        }
    }
}
