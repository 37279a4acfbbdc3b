package io.runwisp.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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
            Locator picked = tab.page.getByRole(AriaRole.GROUP).filter(Tab.with("3 picked"));
            picked.getByRole(AriaRole.BUTTON).filter(Tab.with("Delete")).click();
            assertThat(rows(tab)).hasCount(0);
            tab.button("Undo").click();
            assertThat(rows(tab)).hasCount(3);
            rows(tab).first().getByRole(AriaRole.CHECKBOX).check();
            tab.page.getByRole(AriaRole.GROUP)
                .filter(Tab.with("1 picked"))
                .getByRole(AriaRole.BUTTON)
                .filter(Tab.with("Run again"))
                .click();
            assertThat(rows(tab)).hasCount(4);
        }
    }

    @Test
    void anAddressOfARunAloneLeadsToItsPage(Stage stage) {
        try (Tab tab = stage.at("/runs/" + stage.cast.bad)) {
            assertThat(tab.headline()).containsText("Failed");
            assertThat(tab.lines()).containsText("the disk is not there");
        }
    }

    private static Locator rows(Tab tab) {
        return tab.page.getByRole(AriaRole.MAIN)
            .getByRole(AriaRole.ROW)
            .filter(new Locator.FilterOptions()
                .setHas(tab.page.getByRole(AriaRole.CELL)));
    }
}
