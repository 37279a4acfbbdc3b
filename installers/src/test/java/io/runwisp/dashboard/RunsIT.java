package io.runwisp.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The list of all runs: narrowed by address, walked through by pages, changed many at a time. */
@ExtendWith(Stage.Door.class)
class RunsIT {

    @Test
    void whatNarrowsTheListStandsInTheAddressAndIsTakenBackByTheBackButton(Stage stage) {
        try (Tab tab = stage.at("/")) {
            tab.link("all runs").click();
            tab.button("Failed").click();
            assertThat(tab.page).hasURL(Pattern.compile("/runs\\?status=failed$"));
            assertThat(rows(tab).filter(Tab.with("succeeded"))).hasCount(0);
            tab.button("More").click();
            tab.field("Exit code").fill("3");
            tab.press("Enter");
            assertThat(rows(tab)).hasCount(1);
            assertThat(rows(tab)).containsText("hostile");
            rows(tab).getByRole(AriaRole.LINK).first().click();
            assertThat(tab.page).hasURL(Pattern.compile("/tasks/hostile/" + stage.cast.hostile));
            tab.page.goBack();
            assertThat(tab.page).hasURL(Pattern.compile("/runs\\?.*exit=3"));
            assertThat(rows(tab)).hasCount(1);
            tab.button("Clear all").click();
            assertThat(tab.page).hasURL(Pattern.compile("/runs$"));
            assertThat(rows(tab).filter(Tab.with("succeeded")).first()).isVisible();
            tab.page.goBack();
            assertThat(tab.region("Units")).isVisible();
        }
    }

    @Test
    void anExpressionThatIsNoneIsToldToBeWrong(Stage stage) {
        try (Tab tab = stage.at("/runs?exit=lots")) {
            assertThat(tab.page.getByText("lots").first()).isVisible();
            assertThat(rows(tab).first()).isVisible();
        }
    }

    @Test
    void nothingThatFitsSaysSoAndOffersTheWayBack(Stage stage) {
        try (Tab tab = stage.at("/runs?search=zzzzzz")) {
            assertThat(rows(tab)).hasCount(0);
            tab.button("Clear the filters").click();
            assertThat(rows(tab).first()).isVisible();
        }
    }

    @Test
    void runsAreDeletedManyAtATimeAndCanBeHadBack(Stage stage) throws Exception {
        stage.house.run("many", "{}");
        stage.house.run("many", "{}");
        stage.house.run("many", "{}");
        try (Tab tab = stage.at("/runs?task=many")) {
            assertThat(rows(tab)).hasCount(3);
            tab.field("Pick all of this page").check();
            deed(tab, "3 picked", "Delete").click();
            assertThat(rows(tab)).hasCount(0);
            tab.button("Undo").click();
            assertThat(rows(tab)).hasCount(3);
            rows(tab).first().getByRole(AriaRole.CHECKBOX).check();
            deed(tab, "1 picked", "Run again").click();
            tab.dialog("Run 1 run again?").getByRole(AriaRole.BUTTON).filter(Tab.with("Run again")).click();
            assertThat(rows(tab)).hasCount(4);
        }
    }

    @Test
    void allThatFitArePickedButForSomeAndNeitherWhatComesLaterNorWhatIsLeftOutIsDeleted(Stage stage) throws Exception {
        for (int i = 0; i < 250; i++) {
            stage.house.run("crowd", "{}");
        }
        try (Tab tab = stage.at("/runs?task=crowd")) {
            Locator all = tab.field("Pick all of this page");
            assertThat(tab.headline()).hasText("250 runs, of crowd.");
            all.check();
            deed(tab, "100 picked", "Pick all 250").click();
            box(tab, 1).uncheck();
            box(tab, 3).uncheck();
            assertThat(all).not().isChecked();
            assertEquals(true, all.evaluate("box => box.indeterminate"));
            stage.house.run("crowd", "{}");
            assertThat(tab.headline()).hasText("251 runs, of crowd.");
            assertThat(box(tab, 0)).isDisabled();
            tab.button("Page after").click();
            assertThat(box(tab, 0)).isChecked();
            deed(tab, "248 picked, all that fit but 2", "Delete").click();
            assertThat(tab.page.getByText("248 runs were deleted.")).isVisible();
            assertThat(tab.headline()).hasText("3 runs, of crowd.");
            tab.button("Undo").click();
            assertThat(tab.headline()).hasText("251 runs, of crowd.");
            assertThat(tab.page.getByText("248 runs are back.")).isVisible();
        }
    }

    @Test
    void whatIsPickedIsForgottenWhenTheListIsNarrowedOtherwiseAndNotByItsOrder(Stage stage) {
        try (Tab tab = stage.at("/runs?task=breaks")) {
            box(tab, 0).check();
            assertThat(picked(tab, "1 picked")).isVisible();
            tab.page.getByRole(AriaRole.MAIN).getByRole(AriaRole.COMBOBOX).selectOption("duration");
            assertThat(tab.page).hasURL(Pattern.compile("sort=duration"));
            assertThat(picked(tab, "1 picked")).isVisible();
            tab.button("Failed").click();
            assertThat(tab.page).hasURL(Pattern.compile("status=failed"));
            assertThat(picked(tab, "picked")).hasCount(0);
        }
    }

    @Test
    void whatACommandForManyLeavesAsItWasIsToldWithTheReason(Stage stage) {
        try (Tab tab = stage.at("/runs?task=breaks")) {
            tab.field("Pick all of this page").check();
            deed(tab, "2 picked", "Stop").click();
            tab.dialog("Stop 2 runs?").getByRole(AriaRole.BUTTON).filter(Tab.with("Stop")).click();
            assertThat(tab.page.getByText("No run was told to end. 2 are over already.")).isVisible();
        }
    }

    @Test
    void anAddressOfARunAloneLeadsToItsPage(Stage stage) {
        try (Tab tab = stage.at("/runs/" + stage.cast.bad)) {
            assertThat(tab.headline()).containsText("Failed");
            assertThat(tab.lines()).containsText("the disk is not there");
        }
    }

    private static Locator box(Tab tab, int row) {
        return rows(tab).nth(row).getByRole(AriaRole.CHECKBOX);
    }

    private static Locator picked(Tab tab, String says) {
        return tab.page.getByRole(AriaRole.GROUP).filter(Tab.with(says));
    }

    private static Locator deed(Tab tab, String picked, String verb) {
        return picked(tab, picked).getByRole(AriaRole.BUTTON).filter(Tab.with(verb));
    }

    private static Locator rows(Tab tab) {
        return tab.page.getByRole(AriaRole.MAIN)
            .getByRole(AriaRole.ROW)
            .filter(new Locator.FilterOptions()
                .setHas(tab.page.getByRole(AriaRole.CELL)));
    }
}
