package io.runwisp.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.runwisp.model.RunFilter;
import io.runwisp.wire.ProblemCode;
import io.runwisp.wire.run.Affected;
import io.runwisp.wire.run.PassedOver;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.run.RunCriteria;
import io.runwisp.wire.run.RunReference;
import io.runwisp.wire.run.RunSelector;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Commands for many runs at once. */
abstract class ManyRunsContract extends ApiContract {

    ManyRunsContract(Supplier<DaemonApi> api) {
        super(api);
    }

    @Test
    void aChoiceOfRunsNamesThemOrSaysThatAllAreMeant() {
        for (Boolean all : new Boolean[]{true, false}) {
            List<String> ids = all ? List.of(NOBODY) : List.of();
            RunSelector bad = new RunSelector(ids, all, List.of(), null, null, null, null);
            Stream.<Function<RunSelector, Record>>of(api()::deleteRuns, api()::restoreRuns, api()::cancelRuns,
                    api()::rerunRuns)
                .forEach(bulk -> refused(ProblemCode.BAD_SELECTOR, () -> bulk.apply(bad)));
        }
    }

    @Test
    void aDeletionOfManyCanBeTakenBack() {
        String run = api().trigger("hello", PLAIN, LONG_ENOUGH).id();
        RunSelector chosen = RunSelector.named(List.of(run));
        assertEquals(1, api().deleteRuns(chosen).affected());
        assertEquals(0, api().runs(RunQuery.newest(RunFilter.ofTask("hello"))).total());
        assertEquals(1, api().restoreRuns(chosen).affected());
        assertEquals(run, api().run(run).id());
    }

    @Test
    void allThatFitAreMeantAsOfTheirListAndOneDeletionIsTakenBackWithoutTheOthers() {
        List<String> runs = Stream.of(1, 2, 3).map(_ -> api().trigger("hello", PLAIN, LONG_ENOUGH).id()).toList();
        RunFilter filter = RunFilter.ofTask("hello");
        String newest = api().runs(RunQuery.newest(filter)).newest();
        assertEquals(runs.getLast(), newest);
        String later = api().trigger("hello", PLAIN, LONG_ENOUGH).id();
        assertEquals(1, api().deleteRuns(RunSelector.named(runs.subList(0, 1))).affected());
        Affected deleted = api().deleteRuns(RunSelector.all(RunCriteria.of(filter), runs.subList(1, 2))
            .asOf(newest, Instant.parse("2100-01-01T00:00:00Z")));
        assertEquals(1, deleted.affected());
        assertEquals(List.of(later, runs.get(1)),
                api().runs(RunQuery.newest(filter)).runs().stream().map(Run::id).toList());
        assertEquals(1, api().restoreRuns(RunSelector.takenBy(Objects.requireNonNull(deleted.deletion()))).affected());
        assertEquals(List.of(later, runs.get(2), runs.get(1)),
                api().runs(RunQuery.newest(filter)).runs().stream().map(Run::id).toList());
    }

    @Test
    void whatACommandForManyLeavesAsItWasItNamesWithTheReason() {
        String over = api().trigger("hello", PLAIN, LONG_ENOUGH).id();
        String active = api().trigger("sleeper", PLAIN, null).id();
        RunSelector chosen = RunSelector.named(List.of(over, active, NOBODY));
        assertEquals(List.of("run_not_running 1", "run_unknown 1"), passed(api().cancelRuns(chosen).passedOver()));
        assertEquals(List.of("run_unknown 1"),
                passed(api().deleteRuns(RunSelector.named(List.of(over, NOBODY))).passedOver()));
        assertEquals(List.of("run_unknown 1"),
                passed(api().restoreRuns(RunSelector.named(List.of(over, NOBODY))).passedOver()));
        assertEquals(List.of("not_a_task 1"), passed(api().rerunRuns(RunSelector.all(
                RunCriteria.of(RunFilter.ofTask("keeper")), List.of()))
            .passedOver()));
    }

    private static List<String> passed(List<PassedOver> over) {
        return over.stream().map(one -> one.code() + " " + one.count()).toList();
    }

    @Test
    void manyRunsOfATaskAreStartedAgainAsOne() {
        List<String> runs = Stream.of(1, 2).map(_ -> api().trigger("hello", PLAIN, LONG_ENOUGH).id()).toList();
        List<RunReference> again = api().rerunRuns(RunSelector.named(runs)).triggered();
        assertEquals(List.of("hello"), again.stream().map(RunReference::taskName).toList());
        assertFalse(runs.contains(again.getFirst().runId()));
    }
}
