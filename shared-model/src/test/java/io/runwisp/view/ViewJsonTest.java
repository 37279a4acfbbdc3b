package io.runwisp.view;

import static io.runwisp.view.Scene.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.client.LogEvent;
import io.runwisp.client.RunQuery;
import io.runwisp.live.Link;
import io.runwisp.live.RunWindow;
import io.runwisp.model.RunFilter;
import io.runwisp.view.bell.BellRow;
import io.runwisp.view.calendar.Axis;
import io.runwisp.view.calendar.CalendarView;
import io.runwisp.view.diff.RunDiff;
import io.runwisp.view.log.LogBook;
import io.runwisp.view.log.LogView;
import io.runwisp.view.plan.PlanView;
import io.runwisp.view.run.Rhythm;
import io.runwisp.view.runs.RunListView;
import io.runwisp.view.runs.RunsWanted;
import io.runwisp.view.search.SearchView;
import io.runwisp.view.unit.Headline;
import io.runwisp.view.unit.UnitView;
import io.runwisp.view.why.WhyView;
import io.runwisp.wire.daemon.ChangedUnit;
import io.runwisp.wire.daemon.ReloadResult;
import io.runwisp.wire.json.WireJson;
import io.runwisp.wire.log.LogLine;
import io.runwisp.wire.notice.Notification;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.unit.Firing;
import io.runwisp.wire.unit.Why;
import io.runwisp.wire.unit.WhyCause;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every screen is JSON as it is, so that a page can be sent what it draws. */
final class ViewJsonTest {

    private static final Run RUN = Scene.ended(1, "failed", 2, 5, Duration.ofSeconds(42));
    private static final UnitView UNIT = UnitView.of(Scene.task(Scene.now("idle", RUN, NOW.at().plusSeconds(60)), true,
            "15 3 * * *", "queue"), Scene.daemon(null), NOW);
    private static final List<LogLine> LINES = List.of(new LogLine(0, 1, "stderr", "\u001b[1;31;48;5;99mred", null));

    /** What screens are made of and never sent themselves. */
    private static final Set<String> NEVER_SENT = Set.of("Now", "RunsWanted", "Edge$Day", "Edge$Moment", "ExitCodes",
            "RunsText$Read",
            "LogFind", "LogFind$Found", "LogFind$Mark", "LogEntry$Line", "LogEntry$Gap", "SearchView$Hit", "Usual",
            "OverviewScreen$Parts", "OverviewScreen$Today", "RunScreen$Parts", "UnitScreen$Parts", "UnitsWanted");

    static Stream<Record> screens() {
        LogBook book = LogBook.ofRun();
        LINES.forEach(line -> book.hear(new LogEvent.Line(line)));
        return Stream.concat(ScreenSamples.of(RUN, UNIT, NOW),
                Stream.of(UNIT, Headline.of(new Link.Live(), Scene.daemon(null), List.of(UNIT)),
                        Rhythm.of(List.of(RUN), NOW),
                        RunListView.of(new RunWindow(RunQuery.newest(RunFilter.ALL), List.of(RUN), 1, RUN.id()),
                                RunsWanted.ALL.withTask("backup"), NOW),
                        WhyView.of(new Why("backup", NOW.at(), "ran", RUN, NOW.at(), null, null,
                                List.of(new WhyCause("daemon_up", NOW.at(), null, null))), null, NOW),
                        PlanView.of(new ReloadResult(true, List.of("a"), List.of(),
                                List.of(new ChangedUnit("b", List.of("run"), "live")), List.of(), List.of(), List.of(),
                                List.of(), List.of(), List.of()), NOW),
                        BellRow.of(new Notification("1", "f", "run.failed", "error", "backup", "", "t", "b", 2,
                                List.of(NOW.at()), NOW.at().minusSeconds(60), NOW.at(), null), NOW),
                        LogView.of(book, null, 0, 10, NOW), RunDiff.of(RUN, LINES, RUN, List.of(), NOW),
                        CalendarView.of(Axis.day(LocalDate.of(2026, 11, 26), NOW.zone()), List.of(RUN),
                                List.of(new Firing("a", NOW.at().plusSeconds(9), null, null),
                                        new Firing("b", NOW.at().plusSeconds(9), null, null)),
                                Map.of(), true, NOW),
                        SearchView.of("backup", List.of(UNIT), List.of(RUN), List.of(), false, NOW)));
    }

    @ParameterizedTest
    @MethodSource("screens")
    void aScreenIsItsJson(Record screen) {
        String json = WireJson.text(screen);
        assertEquals(screen, WireJson.read(screen.getClass(), json));
    }

    @Test
    void wordsStandForMarksAndTones() {
        String json = WireJson.text(UNIT);
        assertTrue(json.contains("\"mark\":\"failed\",\"word\":\"failed\",\"tone\":\"bad\""), json);
        assertTrue(json.contains("{\"verb\":\"run\"}"), json);
    }

    @Test
    void noScreenIsForgotten() throws IOException, URISyntaxException {
        Set<String> sent = new TreeSet<>();
        screens().forEach(screen -> collect(screen.getClass(), sent));
        sent.removeIf(name -> !name.startsWith("io.runwisp.view."));
        assertEquals(declared(), sent);
    }

    private static Set<String> declared() throws IOException, URISyntaxException {
        Path classes = Path.of(UnitView.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(classes.resolve("io/runwisp/view"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
                String name = classes.relativize(file).toString().replace('/', '.').replaceFirst("\\.class$", "");
                Class<?> type = type(name);
                if (type.isRecord() && java.lang.reflect.Modifier.isPublic(type.getModifiers())
                        && !NEVER_SENT.contains(name.substring(name.lastIndexOf('.') + 1))) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static void collect(Type type, Set<String> names) {
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                collect(argument, names);
            }
        } else if (type instanceof Class<?> named && named.isRecord() && names.add(named.getName())) {
            for (RecordComponent component : named.getRecordComponents()) {
                collect(component.getGenericType(), names);
            }
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
