package io.runwisp.view.screen;

import static io.runwisp.view.Scene.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.runwisp.view.Scene;
import io.runwisp.view.unit.UnitView;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.unit.TaskResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UnitListTest {

    private static final List<TaskResponse> UNITS = List.of(
            named("idle", "idle", Scene.ended(1, "success", 0, 50, Duration.ofSeconds(1)), null),
            named("failed", "idle", Scene.ended(2, "failed", 1, 90, Duration.ofSeconds(1)), null),
            named("missed", "idle", Scene.never(3, "missed"), "* * * * *"),
            named("running", "running", Scene.active(4, "running", Duration.ofMinutes(70)), null),
            named("soon", "idle", Scene.ended(5, "success", 0, 10, Duration.ofSeconds(1)), "0 4 * * *"),
            named("paused", "paused", Scene.ended(6, "success", 0, 20, Duration.ofSeconds(1)), "0 4 * * *"));

    @ParameterizedTest
    @CsvSource({"'',            failed missed running paused soon idle",
            "filter=attention,  failed missed", "filter=running,    running",
            "filter=scheduled,  missed paused soon", "filter=manual,     failed running idle",
            "filter=paused,     paused", "sort=name,          failed idle missed paused running soon",
            "sort=activity,      missed soon paused idle running failed",
            "search=DLE,         idle", "search=no such,      ''",
            "filter=odd,         failed missed running paused soon idle"})
    void unitsAreNarrowedAndOrdered(String query, String expected) {
        UnitList list = list(UNITS, query);
        assertEquals(expected == null ? "" : expected,
                String.join(" ", list.rows().stream().map(row -> row.unit().name()).toList()));
        assertEquals(list.rows().isEmpty(), list.empty() != null);
    }

    @Test
    void chipsCountWhatWouldBeThere() {
        UnitList list = list(UNITS, "filter=attention");
        assertEquals("All 6, Need you 2 on, Running 1, Scheduled 3, By hand 3, Paused 1",
                String.join(", ", list.chips()
                    .stream()
                    .map(chip -> chip.label() + " " + chip.count() + (chip.on() ? " on" : ""))
                    .toList()));
        assertEquals("2 units, need you.", list.headline());
    }

    @Test
    void aPageBeyondTheLastIsTheLast() {
        List<TaskResponse> many = IntStream.range(0, 250)
            .mapToObj(i -> named("u%03d".formatted(i), "idle", Scene.never(1, "skipped"), null))
            .toList();
        UnitList list = list(many, "page=99");
        assertEquals(List.of(2, 3, 250, 50), List.of(list.page(), list.pages(), list.total(), list.rows().size()));
        assertEquals("u200", list.rows().getFirst().unit().name());
        assertNull(list.empty());
    }

    @Test
    void aStripHasALetterAndAHeightForEachRun() {
        List<Run> runs = List.of(Scene.active(5, "running", Duration.ofSeconds(20)),
                Scene.ended(4, "failed", 1, 3, Duration.ofSeconds(80)),
                Scene.ended(3, "success", 0, 5, Duration.ofSeconds(40)),
                Scene.ended(2, "success", 0, 6, Duration.ofSeconds(40)),
                Scene.ended(1, "success", 0, 7, Duration.ofSeconds(40)));
        UnitList list = UnitList.of(UNITS, views(UNITS), UnitsWanted.ALL, _ -> runs, NOW);
        assertEquals("+++x*", list.rows().getFirst().strip().marks());
        assertEquals(List.of(50, 50, 50, 100, 25), list.rows().getFirst().strip().heights());
        assertEquals("40 s", list.rows().getFirst().usual());
    }

    private static UnitList list(List<TaskResponse> units, String query) {
        int sign = query == null ? -1 : query.indexOf('=');
        Map<String, String> said = sign < 0 ? Map.of() : Map.of(query.substring(0, sign), query.substring(sign + 1));
        return UnitList.of(units, views(units), UnitsWanted.of(said), _ -> List.of(), NOW);
    }

    private static Map<String, UnitView> views(List<TaskResponse> units) {
        return UnitView.all(OverviewScreenTest.picture(units.toArray(TaskResponse[]::new)), NOW);
    }

    private static TaskResponse named(String name, String state, Run last, @Nullable String cron) {
        return OverviewScreenTest.task(name, Scene.task(
                Scene.now(state, last, cron == null || state.equals("paused") ? null : NOW.at().plusSeconds(60)), true,
                cron, "queue"));
    }
}
