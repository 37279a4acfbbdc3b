package io.runwisp.view.screen;

import static io.runwisp.view.Scene.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.view.Scene;
import io.runwisp.view.run.RunRow;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.unit.TaskResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RunScreenTest {

    private static final Run RUN = Scene.ended(100, "failed", 2, 5, Duration.ofSeconds(252));
    private static final List<Run> OLDER = IntStream.range(0, 60)
        .mapToObj(
                i -> Scene.ended(99 - i, i < 2 ? "failed" : "success", i < 2 ? 1 : 0, 60 + i, Duration.ofSeconds(230)))
        .toList();
    private static final TaskResponse UNIT = Scene.task(
            Scene.now("idle", RUN, NOW.at().plus(Duration.ofMinutes(55))), true, "15 3 * * *", "queue");

    @Test
    void itBeginsWithASentenceInTwoParts() {
        RunScreen screen = screen(RUN, UNIT, List.of(), OLDER);
        assertEquals("Failed after 4 m 12 s", screen.verdict());
        assertEquals(" (usually 3 m 50 s), exit 2, third failure in a row; next run 04:15.", screen.rest());
        assertFalse(screen.live());
    }

    @Test
    void theNextRunIsNoMatterOfAnOldOne() {
        RunScreen screen = screen(RUN, UNIT, List.of(Scene.ended(101, "success", 0, 1, Duration.ofSeconds(1))), OLDER);
        assertFalse(screen.rest().contains("next run"), screen.rest());
        assertEquals(Scene.id(101), screen.newer());
        assertEquals(Scene.id(99), screen.older());
    }

    @Test
    void thirtyRunsStandAroundItAsFarAsThereAreSoMany() {
        List<Run> newer = IntStream.range(0, 30)
            .mapToObj(i -> Scene.ended(101 + i, "success", 0, 1, Duration.ofSeconds(1)))
            .toList();
        assertEquals(List.of(Scene.id(115), 30), around(screen(RUN, UNIT, newer, OLDER)));
        assertEquals(List.of(Scene.id(100), 30), around(screen(RUN, UNIT, List.of(), OLDER)));
        assertEquals(List.of(Scene.id(127), 30), around(screen(RUN, UNIT, newer, OLDER.subList(0, 2))));
        assertEquals(List.of(Scene.id(100), 1), around(screen(RUN, UNIT, List.of(), List.of())));
    }

    private static List<Object> around(RunScreen screen) {
        assertTrue(screen.runs().stream().map(RunRow::id).anyMatch(RUN.id()::equals));
        return List.of(screen.runs().getFirst().id(), screen.runs().size());
    }

    @Test
    void whatCannotBeDoneSaysWhyNot() {
        RunScreen over = screen(RUN, UNIT, List.of(), OLDER);
        assertEquals("it is over", whyNot(over, RunAction.Kind.STOP));
        assertNull(whyNot(over, RunAction.Kind.AGAIN));
        assertNull(whyNot(over, RunAction.Kind.DELETE));
        assertEquals("there is no success before it on record", whyNot(over, RunAction.Kind.DIFF));
        RunScreen going = screen(Scene.active(100, "running", Duration.ofSeconds(9)), UNIT, List.of(), OLDER);
        assertTrue(going.live());
        assertNull(whyNot(going, RunAction.Kind.STOP));
        assertEquals("it is not over", whyNot(going, RunAction.Kind.DELETE));
        assertEquals("the configuration has no such unit any more",
                whyNot(screen(RUN, null, List.of(), OLDER), RunAction.Kind.AGAIN));
    }

    private static @Nullable String whyNot(RunScreen screen, RunAction.Kind verb) {
        return screen.actions().stream().filter(action -> action.verb() == verb).findFirst().orElseThrow().whyNot();
    }

    private static RunScreen screen(Run run, @Nullable TaskResponse unit, List<Run> newer, List<Run> older) {
        return RunScreen.of(run, new RunScreen.Parts(unit, Scene.daemon(null), newer, older, null, List.of(), 9L), NOW);
    }
}
