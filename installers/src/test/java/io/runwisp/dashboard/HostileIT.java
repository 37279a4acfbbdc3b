package io.runwisp.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text from configurations, parameters, programs and addresses stays text, and the page could not do harm even if it did not. */
@ExtendWith(Stage.Door.class)
class HostileIT {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/runs", "/tasks/hostile", "/tasks/hostile/RUN", "/tasks/colours/RUN",
            "/notifications",
            "/tasks/hostile/why", "/calendar", "/diff/RUN/OTHER", "/reload", "/?search=<img src=x onerror=alert(6)>",
            "/runs?search=<script>alert(7)</script>&exit=<b>", "/tasks/<img src=x onerror=alert(8)>",
            "/<script>alert(9)</script>", "/tasks/hostile/RUN?find=<img src=x onerror=alert(10)>&line=<b>"})
    void whereverItIsShownItIsText(String path, Stage stage) {
        String run = path.contains("colours") ? stage.cast.coloured : stage.cast.hostile;
        try (Tab tab = stage.tab(Look.DESKTOP).expects("status of 404").expects("status of 422")) {
            tab.go(path.replace("RUN", run).replace("OTHER", stage.cast.bad));
            assertThat(tab.places()).containsText(Cast.SCRIPT);
            assertEquals(0, tab.page.locator("main img, main script, nav img, nav script").count());
        }
    }

    @Test
    void theFormTheSheetAndThePaletteShowItAsText(Stage stage) {
        try (Tab tab = stage.at("/tasks/hostile")) {
            tab.button("Details").click();
            assertThat(tab.dialog("hostile")).containsText(Cast.SCRIPT);
            tab.press("Escape");
            tab.button("Run now").click();
            assertThat(tab.dialog("Run hostile")).containsText(Cast.SCRIPT);
            tab.press("Escape");
            tab.press("Control+k");
            tab.palette().fill("onerror");
            assertThat(tab.page.getByRole(AriaRole.OPTION).filter(Tab.with(Cast.SCRIPT)).first()).isVisible();
            assertEquals(0, tab.page.locator("img, body script").count());
        }
    }

    @Test
    void parametersAndComplaintsAreTextInTheOutput(Stage stage) {
        try (Tab tab = stage.at("/tasks/hostile/" + stage.cast.hostile)) {
            assertThat(tab.lines().getByText(Cast.SCRIPT)).hasCount(2);
            assertThat(tab.page.getByRole(AriaRole.DEFINITION).filter(Tab.with(Cast.SCRIPT))).isVisible();
        }
    }

    @Test
    void thePolicyOfThePageForbidsWhatItDoesNotNeed(Stage stage) {
        try (Tab tab = stage.at("/")) {
            String policy = tab.page.reload().headerValue("content-security-policy");
            for (String rule : new String[]{"default-src 'none'", "script-src 'self'", "connect-src 'self'",
                    "frame-ancestors 'none'", "base-uri 'none'"}) {
                assertTrue(policy.contains(rule), policy);
            }
            assertTrue(!policy.contains("unsafe"), policy);
        }
    }

    @Test
    void aScriptThatGotIntoThePageIsNotRunAndIsNoticed(Stage stage) {
        Tab tab = stage.at("/");
        tab.page.evaluate("() => { const s = document.createElement('script'); s.textContent = 'window.ran = 1';"
                + " document.body.append(s); }");
        assertEquals(false, tab.page.evaluate("() => 'ran' in window"));
        AssertionError noticed = assertThrows(AssertionError.class, tab::close);
        assertTrue(String.valueOf(noticed.getMessage()).contains("policy: script-src"), noticed::getMessage);
    }

    @Test
    void whoeverAsksSomebodyElseIsNoticed(Stage stage) {
        Tab tab = stage.at("/");
        tab.page.evaluate("() => fetch('http://127.0.0.1:9/').catch(() => {})");
        assertThrows(AssertionError.class, tab::close);
    }
}
