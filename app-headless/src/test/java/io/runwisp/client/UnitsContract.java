package io.runwisp.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.runwisp.wire.ProblemCode;
import io.runwisp.wire.unit.Firing;
import io.runwisp.wire.unit.TaskResponse;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What units are, what may be done with them, and what is ahead of them. */
abstract class UnitsContract extends ApiContract {

    UnitsContract(Supplier<DaemonApi> api) {
        super(api);
    }

    @Test
    void unitsComeByNameEachWithItsKindAndItsState() {
        List<TaskResponse> units = api().tasks();
        assertEquals(List.of("hello task", "keeper service", "scheduled-only task", "sleeper task",
                "tumbler task"),
                units.stream().map(unit -> unit.name() + " " + unit.kind()).toList());
        assertEquals("idle", units.getFirst().now().state());
        assertEquals(1, units.get(1).now().replicas().size());
    }

    @Test
    void aUnitThatIsNotThereIsAProblemForEveryVerb() {
        Stream.<Executable>of(() -> api().trigger("ghost", PLAIN, null), () -> api().start("ghost"),
                () -> api().restart("ghost"), () -> api().stop("ghost"), () -> api().pause("ghost"),
                () -> api().resume("ghost"), () -> api().why("ghost", null))
            .forEach(verb -> refused(ProblemCode.UNIT_UNKNOWN, verb));
    }

    @Test
    void verbsOfTheOtherKindAreRefused() {
        refused(ProblemCode.NOT_A_TASK, () -> api().trigger("keeper", PLAIN, null));
        refused(ProblemCode.NOT_A_TASK, () -> api().pause("keeper"));
        refused(ProblemCode.NOT_A_SERVICE, () -> api().restart("hello"));
        refused(ProblemCode.NOT_A_SERVICE, () -> api().start("hello"));
    }

    @Test
    void whatMayNotBeStartedFromOutsideMayBeStopped() {
        refused(ProblemCode.API_TRIGGER_OFF, () -> api().trigger("scheduled-only", PLAIN, null));
        assertFalse(api().stop("scheduled-only").message().isBlank());
    }

    @Test
    void aPauseIsSeenAndEndsWithAResume() {
        api().pause("hello");
        api().pause("hello");
        assertNotNull(hello().now().pausedAt());
        api().resume("hello");
        assertEquals(null, hello().now().pausedAt());
    }

    @Test
    void whatIsDueAheadIsToldInOrder() {
        Instant from = Instant.parse("2031-03-01T00:00:00Z");
        List<Firing> ahead = api().upcoming(new UpcomingQuery(from, from.plusSeconds(2 * 86_400), 100)).firings();
        assertEquals(List.of("2031-03-01T04:00:00Z", "2031-03-02T04:00:00Z"), ahead.stream()
            .filter(firing -> firing.taskName().equals("hello"))
            .map(firing -> firing.at().toString())
            .toList());
        assertEquals(ahead.stream().map(Firing::at).sorted().toList(), ahead.stream().map(Firing::at).toList());
        assertEquals("not_yet", api().why("hello", from).verdict());
    }

    private TaskResponse hello() {
        return api().tasks().getFirst();
    }
}
