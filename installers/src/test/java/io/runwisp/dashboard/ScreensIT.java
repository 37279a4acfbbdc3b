package io.runwisp.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.AriaRole;
import io.runwisp.image.Image;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every screen in every look: nothing for axe to find, nothing that has to be pushed sideways. With {@code -Ddashboard.pictures=true} pictures of all of them
 * are put into {@code target/dashboard}.
 */
@ExtendWith(Stage.Door.class)
class ScreensIT {

    private static final boolean PHOTOGRAPHER = Boolean.getBoolean("dashboard.pictures");
    private static final Path PICTURES = Path.of(Image.property("build"), "dashboard");

    private static final int MANY = 300;
    private static final String FITS = "fits";
    private static final String LARGER = """
        () => {
          const page = document.documentElement;
          return page.scrollHeight > innerHeight ? 'taller' : page.scrollWidth > innerWidth ? 'wider' : 'fits';
        }""";

    static Stream<Look> looks() {
        return Stream.of(Look.DESKTOP, Look.PHONE);
    }

    /** A screen: where it is, and what is done there before it is looked at. */
    private record Scene(String path, Consumer<Tab> prepare) {
    }

    private static Map<String, Scene> scenes(Stage stage) {
        Cast cast = stage.cast;
        Map<String, Scene> scenes = new LinkedHashMap<>();
        scenes.put("overview", scene("/"));
        scenes.put("runs", scene("/runs"));
        scenes.put("runs-failed", new Scene("/runs?status=failed", tab -> tab.button("More").click()));
        scenes.put("task", scene("/tasks/breaks"));
        scenes.put("service", scene("/tasks/web"));
        scenes.put("run-failed", console("/tasks/breaks/" + cast.bad));
        scenes.put("run-coloured", console("/tasks/colours/" + cast.coloured));
        scenes.put("run-long", console("/tasks/long/" + cast.large));
        scenes.put("run-hostile", console("/tasks/hostile/" + cast.hostile));
        scenes.put("log-merged", console("/tasks/web/log"));
        scenes.put("calendar", scene("/calendar"));
        scenes.put("calendar-week", scene("/calendar?span=week"));
        scenes.put("calendar-spring", scene("/calendar?day=2027-03-28"));
        scenes.put("upcoming", scene("/upcoming"));
        scenes.put("bell", scene("/notifications"));
        scenes.put("reload", scene("/reload"));
        scenes.put("why", scene("/tasks/backup/why"));
        scenes.put("diff", scene("/diff/" + cast.good + "/" + cast.bad));
        scenes.put("nowhere", scene("/nowhere/at/all"));
        scenes.put("palette", new Scene("/", tab -> {
            tab.press("Control+k");
            assertThat(tab.palette()).isFocused();
        }));
        scenes.put("keys", new Scene("/", tab -> {
            tab.press("?");
            assertThat(tab.dialog("Keys")).isVisible();
        }));
        scenes.put("bell-open", new Scene("/", tab -> {
            tab.press("b");
            assertThat(tab.dialog("Bell").getByRole(AriaRole.ARTICLE).first()).isVisible();
        }));
        scenes.put("details", new Scene("/tasks/export", tab -> {
            tab.button("Details").click();
            assertThat(tab.dialog("export")).isVisible();
        }));
        scenes.put("form", new Scene("/tasks/export", tab -> {
            tab.button("Run now").click();
            assertThat(tab.dialog("Run export")).isVisible();
        }));
        return scenes;
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyScreenIsForEverybody(Look look, Stage stage) {
        List<String> faults = new ArrayList<>();
        try (Tab tab = stage.tab(look).go("/")) {
            scenes(stage).forEach((name, scene) -> {
                tab.turn(scene.path);
                scene.prepare.accept(tab);
                faults.addAll(judge(name, tab, look));
                tab.press("Escape");
            });
        }
        assertEquals("", String.join("\n", faults));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void soIsTheDoor(Look look, Stage stage) {
        try (Tab tab = Tab.open(stage.chromium.browser, stage.house.url(), look)) {
            tab.page.navigate("/");
            assertThat(tab.field("Password")).isFocused();
            assertEquals(List.of(), judge("login", tab, look));
        }
    }

    @Test
    void onAPhoneThePlacesAreADrawer(Stage stage) {
        try (Tab tab = stage.tab(Look.PHONE).go("/")) {
            assertThat(tab.places()).not().isInViewport();
            tab.button("Places").click();
            assertThat(tab.places()).isInViewport();
            tab.picture(PICTURES.resolve("drawer-" + Look.PHONE + ".png"));
            assertEquals(List.of(), Axe.faults(tab.page));
            tab.press("Escape");
            assertThat(tab.places()).not().isInViewport();
            tab.button("Places").click();
            tab.places().getByRole(AriaRole.LINK).filter(Tab.with("greet")).click();
            assertThat(tab.page).hasTitle("greet · RunWisp");
            assertThat(tab.places()).not().isInViewport();
        }
    }

    @Test
    void coloursFollowTheSystemUntilSomebodyChoosesAndThenAreRemembered(Stage stage) {
        try (Tab tab = stage.tab(new Look(1440, 900, false)).go("/")) {
            assertEquals("light", theme(tab));
            tab.button("Colours: auto").click();
            tab.button("Colours: light").click();
            assertEquals("dark", theme(tab));
            tab.page.reload();
            assertThat(tab.button("Colours: dark")).isVisible();
            assertEquals("dark", theme(tab));
        }
    }

    @Test
    void axeFindsWhatIsWrong(Stage stage) {
        try (Tab tab = stage.at("/")) {
            tab.page.evaluate(
                    "() => { const b = document.createElement('button'); document.querySelector('main').append(b); }");
            assertEquals(List.of("button-name"), rules(Axe.faults(tab.page)));
            tab.page.evaluate(
                    "() => { const b = document.createElement('p'); b.style.color = '#333'; b.style.background = '#222';"
                            + " b.textContent = 'hard to read'; document.querySelector('main').append(b); }");
            assertEquals(List.of("button-name", "color-contrast"), rules(Axe.faults(tab.page)));
        }
    }

    @Test
    void withHundredsOfUnitsNoScreenIsLargerThanTheWindow(Stage stage, @TempDir Path folder) throws Exception {
        StringBuilder toml = new StringBuilder();
        for (int unit = 1; unit <= MANY; unit++) {
            toml.append("[tasks.unit-")
                .append(unit)
                .append("]\ncron = \"")
                .append(unit % 60)
                .append(
                        " 3 * * *\"\nrun = \"true\"\n");
        }
        try (House house = House.open(folder, toml.toString()); Tab tab = stage.stranger(house)) {
            tab.login(house.password());
            for (Look look : List.of(Look.DESKTOP, Look.PHONE)) {
                tab.look(look);
                for (String path : List.of("/", "/runs", "/tasks/unit-7", "/tasks/unit-7/why", "/calendar",
                        "/calendar?span=week", "/upcoming", "/notifications", "/reload")) {
                    tab.go(path);
                    assertEquals(FITS, tab.page.evaluate(LARGER), path + " " + look);
                }
            }
            tab.page.evaluate("() => { document.body.style.height = '2000px'; }");
            assertEquals("taller", tab.page.evaluate(LARGER));
        }
    }

    @Test
    void whatIsTooWideIsFound(Stage stage) {
        try (Tab tab = stage.tab(Look.PHONE).go("/")) {
            assertEquals("", tab.overflow());
            tab.page.evaluate(
                    "() => { const b = document.createElement('b'); b.style.display = 'block'; b.style.width = '5000px';"
                            + " b.textContent = 'wide'; document.querySelector('main').append(b); }");
            assertTrue(!tab.overflow().isEmpty());
        }
    }

    /** In dark colours by all rules, in light ones by the rule about colours; a window of a size in between is looked at as well. */
    private static List<String> judge(String name, Tab tab, Look look) {
        List<String> faults = new ArrayList<>();
        Axe.faults(tab.page).forEach(fault -> faults.add(name + " " + look + ": " + fault));
        faults.addAll(seen(name, tab, look));
        Look light = look.light();
        tab.look(light);
        Axe.faults(tab.page).forEach(fault -> faults.add(name + " " + light + ": " + fault));
        if (look.equals(Look.DESKTOP)) {
            tab.look(Look.BETWEEN);
            faults.addAll(seen(name, tab, Look.BETWEEN));
        }
        if (PHOTOGRAPHER) {
            tab.look(light);
            tab.picture(PICTURES.resolve(name + "-" + light + ".png"));
        }
        tab.look(look);
        return faults;
    }

    private static List<String> seen(String name, Tab tab, Look look) {
        String wide = tab.overflow();
        if (PHOTOGRAPHER || !wide.isEmpty()) {
            tab.picture(PICTURES.resolve(name + "-" + look + ".png"));
        }
        return wide.isEmpty() ? List.of() : List.of(name + " " + look + ": wider than the window: " + wide);
    }

    private static Scene scene(String path) {
        return new Scene(path, tab -> {
        });
    }

    private static Scene console(String path) {
        return new Scene(path, tab -> assertThat(tab.lines()).not().containsText("Loading."));
    }

    private static List<String> rules(List<String> faults) {
        return faults.stream().map(fault -> fault.split(":", 2)[0]).toList();
    }

    private static String theme(Tab tab) {
        return tab.page.evaluate("() => document.documentElement.dataset.theme").toString();
    }
}
