package io.runwisp.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page of a unit: what it says of itself, and everything that can be done with it. */
@ExtendWith(Stage.Door.class)
class UnitIT {

    @Test
    void aTaskIsStartedSeenAndStopped(Stage stage) {
        try (Tab tab = stage.at("/tasks/waits")) {
            tab.button("Run now").click();
            tab.dialog("Run waits").getByRole(AriaRole.BUTTON).filter(Tab.with("Run now")).click();
            assertThat(tab.page).hasURL(Pattern.compile("/tasks/waits/[0-9A-Z]{26}$"));
            assertThat(tab.lines()).containsText("waiting");
            assertThat(tab.page.getByRole(AriaRole.TIMER)).isVisible();
            tab.button("Stop").click();
            assertThat(tab.headline()).containsText("Stopped");
            assertThat(tab.page.getByRole(AriaRole.TIMER)).not().isVisible();
        }
    }

    @Test
    void aTaskIsPausedAndResumed(Stage stage) {
        try (Tab tab = stage.at("/tasks/holiday"); Tab other = stage.at("/tasks/holiday")) {
            tab.button("Pause").click();
            assertThat(tab.headline()).containsText("paused");
            assertThat(other.headline()).containsText("paused");
            other.button("Resume").click();
            assertThat(tab.headline()).not().containsText("paused");
            assertThat(tab.button("Pause")).isVisible();
        }
    }

    @Test
    void theFormKnowsItsParametersAndOffersThoseOfAPastRun(Stage stage) {
        try (Tab tab = stage.at("/tasks/export")) {
            tab.button("Run now").click();
            Locator form = tab.dialog("Run export");
            assertThat(form.getByLabel("format")).hasValue("csv");
            assertThat(form.getByLabel("--limit")).hasValue("500");
            form.getByRole(AriaRole.BUTTON).filter(Tab.with("Run now")).click();
            assertThat(form.getByRole(AriaRole.ALERT)).containsText("CUSTOMER");
            form.getByLabel("CUSTOMER").fill("4711");
            form.getByLabel("format").selectOption("json");
            form.getByLabel("--with-invoices").check();
            form.getByRole(AriaRole.BUTTON).filter(Tab.with("Run now")).click();
            assertThat(tab.lines()).containsText("customer 4711 as json");
            assertThat(tab.lines()).containsText("--with-invoices");
            assertThat(tab.headline()).containsText("Succeeded");

            tab.button("Run again").click();
            assertThat(form.getByLabel("CUSTOMER")).hasValue("4711");
            assertThat(form.getByLabel("format")).hasValue("json");
            form.getByRole(AriaRole.BUTTON).filter(Tab.with("Cancel")).click();
            assertThat(form).not().isVisible();
        }
    }

    @Test
    void detailsAreInTheWordsOfTheFile(Stage stage) {
        try (Tab tab = stage.at("/tasks/export")) {
            tab.button("Details").click();
            Locator sheet = tab.dialog("export");
            assertThat(sheet).containsText("echo customer $CUSTOMER as");
            assertThat(sheet).containsText("on_overlap");
            assertThat(sheet).containsText("Number of the customer");
            tab.press("Escape");
            assertThat(sheet).not().isVisible();
            assertThat(tab.button("Details")).isFocused();
        }
    }

    @Test
    void aServiceShowsItsReplicasAndIsRestartedStoppedAndStarted(Stage stage) {
        try (Tab tab = stage.at("/tasks/spare")) {
            assertThat(tab.headline()).containsText("2 of 2 up");
            assertThat(tab.page.getByRole(AriaRole.LINK).filter(Tab.with("spare#1")).first()).isVisible();
            tab.button("Restart").click();
            tab.dialog("Restart spare?").getByRole(AriaRole.BUTTON).filter(Tab.with("Restart")).click();
            assertThat(toast(tab)).containsText("spare is restarted.");
            assertThat(tab.headline()).containsText("2 of 2 up");
            tab.button("Stop").click();
            tab.dialog("Stop spare?").getByRole(AriaRole.BUTTON).filter(Tab.with("Leave it")).click();
            assertThat(tab.headline()).containsText("2 of 2 up");
            tab.button("Stop").click();
            tab.dialog("Stop spare?").getByRole(AriaRole.BUTTON).filter(Tab.with("Stop")).click();
            assertThat(tab.headline()).containsText("Stopped");
            tab.button("Start").click();
            assertThat(tab.headline()).containsText("2 of 2 up");
        }
    }

    @Test
    void aServiceThatGaveUpSaysWhyAndHow(Stage stage) {
        try (Tab tab = stage.at("/tasks/unsteady")) {
            assertThat(tab.headline()).containsText("exit 1");
            assertThat(tab.button("Start")).isVisible();
        }
    }

    @Test
    void whatItsRunsPrintedIsFound(Stage stage) {
        try (Tab tab = stage.at("/tasks/breaks")) {
            tab.field("Find in the output of all its runs").fill("disk is not");
            Locator hit = tab.page.getByRole(AriaRole.LINK).filter(Tab.with("the disk is not there")).first();
            assertThat(hit).isVisible();
            hit.click();
            assertThat(tab.page).hasURL(Pattern.compile("line=2"));
            assertThat(tab.lines()).containsText("the disk is not there");
        }
    }

    @Test
    void aUnitThatIsNotThereIsToldToBeNone(Stage stage) {
        try (Tab tab = stage.tab(Look.DESKTOP).expects("status of 404").go("/tasks/nobody")) {
            assertThat(tab.headline()).containsText("no such task or service");
            tab.link("To the overview").click();
            assertThat(tab.region("Units")).isVisible();
        }
    }

    private static Locator toast(Tab tab) {
        return tab.page.getByRole(AriaRole.STATUS).filter(Tab.with("spare"));
    }
}
