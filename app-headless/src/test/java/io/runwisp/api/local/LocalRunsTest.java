package io.runwisp.api.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.client.RunQuery;
import io.runwisp.engine.EngineMessage;
import io.runwisp.model.EndReason;
import io.runwisp.model.Run;
import io.runwisp.model.RunEnd;
import io.runwisp.model.RunFilter;
import io.runwisp.retention.UndoWindow;
import io.runwisp.wire.ProblemCode;
import io.runwisp.wire.run.Affected;
import io.runwisp.wire.run.PassedOver;
import io.runwisp.wire.run.RunCriteria;
import io.runwisp.wire.run.RunReference;
import io.runwisp.wire.run.RunSelector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalRunsTest {

    private static final RunSelector ALL = all(null, List.of());

    @TempDir
    private Path directory;
    private RunsAtHand hand;

    @BeforeEach
    void open() {
        hand = new RunsAtHand(directory);
    }

    @AfterEach
    void close() {
        hand.close();
    }

    @Test
    void aDeletedRunGoesWithItsLogAndItsDirectoryAndTheEventIsTold() {
        Run run = hand.logged(hand.samples.ended("a", EndReason.FAILED, 1), "hello\n");
        hand.runs.deleteRun("a", run.id().text());
        RunsAtHand.refused(ProblemCode.RUN_UNKNOWN, () -> hand.runs.run(run.id().text()));
        assertFalse(Files.exists(hand.logs.resolve("a")));
        assertEquals(List.of("run.deleted"), hand.events());
    }

    @Test
    void whatIsNotOverOrIsToBeTriedAgainCannotBeDeleted() {
        Run active = hand.logged(hand.samples.running("a"), "hello\n");
        Run waiting = hand.save(hand.samples.ended("a", EndReason.FAILED, 1).withNextRetryAt(hand.wall.now()));
        RunsAtHand.refused(ProblemCode.RUN_ACTIVE, () -> hand.runs.deleteRun("a", active.id().text()));
        RunsAtHand.refused(ProblemCode.RUN_ACTIVE, () -> hand.runs.deleteRun("a", waiting.id().text()));
        assertEquals(0, hand.runs.deleteRuns(ALL).affected());
        assertTrue(Files.exists(hand.log(active)));
        assertEquals(2, hand.runs.summary().total());
    }

    @Test
    void whatWasDeletedIsRestoredWithItsLogUntilItsTimeIsOver() {
        Run run = hand.logged(hand.samples.ended("a", EndReason.FAILED, 1), "hello\n");
        assertEquals(1, hand.runs.deleteRuns(ALL).affected());
        assertEquals(0, hand.runs.summary().total());
        assertEquals(0, hand.runs.deleteRuns(ALL).affected());
        hand.monotonic.advance(UndoWindow.UNDO.minusMillis(1));
        hand.purge();
        assertEquals(1, hand.runs.restoreRuns(ALL).affected());
        assertEquals(1, hand.runs.summary().failed());
        assertTrue(Files.exists(hand.log(run)));
        assertEquals(List.of("run.deleted", "run.updated"), hand.events());
    }

    @Test
    void whenItsTimeIsOverARunIsGoneAndCannotBeRestored() {
        Run run = hand.logged(hand.samples.ended("a", EndReason.FAILED, 1), "hello\n");
        assertEquals(1, hand.runs.deleteRuns(ids(run)).affected());
        hand.monotonic.advance(UndoWindow.UNDO);
        hand.purge();
        assertEquals(0, hand.runs.restoreRuns(ids(run)).affected());
        assertTrue(hand.store.runs().findDeletedToo(run.id()).isEmpty());
        assertFalse(Files.exists(hand.logs.resolve("a")));
        assertEquals(List.of("run.deleted"), hand.events());
    }

    @Test
    void theNextLifeHidesWhatWasDeletedAndPurgesItAtOnce() {
        Run run = hand.logged(hand.samples.ended("a", EndReason.FAILED, 1), "hello\n");
        assertEquals(1, hand.runs.deleteRuns(ALL).affected());
        hand.close();
        hand = new RunsAtHand(directory);
        assertEquals(0, hand.runs.summary().total());
        hand.purge();
        assertTrue(hand.store.runs().findDeletedToo(run.id()).isEmpty());
        assertFalse(Files.exists(hand.log(run)));
    }

    @Test
    void selectorsThatChooseBothOrNeitherAreRefused() {
        Run run = hand.save(hand.samples.ended("a", EndReason.SUCCESS, 0));
        for (RunSelector bad : List.of(RunSelector.named(List.of()),
                new RunSelector(List.of(run.id().text()), true, List.of(), null, null, null, null),
                new RunSelector(List.of(run.id().text()), null, List.of(run.id().text()), null, null, null, null),
                ids(run).asOf(run.id().text(), null), ids(run).asOf(null, hand.wall.now()),
                ALL.asOf("the newest", null), RunSelector.takenBy(hand.wall.now()),
                all(criteria("failed", null, "x".repeat(101)), List.of()),
                all(criteria(" , ", null, null), List.of()))) {
            RunsAtHand.refused(ProblemCode.BAD_SELECTOR, () -> hand.runs.deleteRuns(bad));
        }
        assertEquals(1, hand.runs.summary().total());
    }

    @Test
    void whatIsRecordedOrComesToFitAfterThePickingIsNotCaught() {
        Run before = hand.save(hand.samples.ended("a", EndReason.FAILED, 1));
        Run running = hand.save(hand.samples.running("a"));
        String newest = hand.runs.runs(RunQuery.newest(RunFilter.ALL)).newest();
        assertEquals(running.id().text(), newest);
        Instant picked = Objects.requireNonNull(before.end()).at();
        hand.save(running.withEnd(new RunEnd(picked.plusMillis(1), EndReason.FAILED, 1, true, null, null)));
        hand.save(hand.samples.ended("a", EndReason.FAILED, 1));
        RunSelector failed = all(criteria("failed", null, null), List.of()).asOf(newest, picked);
        assertEquals(1, hand.runs.deleteRuns(failed).affected());
        assertEquals(2, hand.runs.summary().failed());
        assertEquals(1, hand.runs.deleteRuns(failed.asOf(newest, null)).affected());
    }

    @Test
    void oneDeletionIsTakenBackAndNoOther() {
        Run first = hand.save(hand.samples.ended("a", EndReason.FAILED, 1));
        Run second = hand.save(hand.samples.ended("a", EndReason.FAILED, 1));
        Affected early = hand.runs.deleteRuns(ids(first));
        Affected late = hand.runs.deleteRuns(ALL);
        assertEquals(1, hand.runs.restoreRuns(RunSelector.takenBy(Objects.requireNonNull(late.deletion()))).affected());
        assertEquals(second.id().text(), hand.runs.run(second.id().text()).id());
        RunsAtHand.refused(ProblemCode.RUN_UNKNOWN, () -> hand.runs.run(first.id().text()));
        hand.monotonic.advance(UndoWindow.UNDO);
        hand.purge();
        assertEquals(0,
                hand.runs.restoreRuns(RunSelector.takenBy(Objects.requireNonNull(early.deletion()))).affected());
    }

    @Test
    void aRunOfAnotherUnitIsUnknownAndOneThatIsOverIsStillForTheEngineToJudge() {
        Run run = hand.save(hand.samples.running("a"));
        RunsAtHand.refused(ProblemCode.RUN_UNKNOWN, () -> hand.runs.stopRun("b", run.id().text()));
        RunsAtHand.refused(ProblemCode.RUN_UNKNOWN, () -> hand.runs.stopRun("a", "../../etc/passwd"));
        assertEquals(List.of(), hand.asked);
        assertTrue(hand.runs.stopRun("a", run.id().text()).message().contains(run.id().text()));
    }

    @Test
    void eachTaskIsStartedAgainOnceAndServicesArePassedOver() {
        hand.save(hand.samples.ended("a", EndReason.FAILED, 1));
        hand.save(hand.samples.ended("service", EndReason.FAILED, 1));
        hand.save(hand.samples.complete("b").withDeletedAt(null));
        Run newest = hand.save(hand.samples.complete("b").withDeletedAt(null));
        assertEquals(List.of("a", "b"),
                hand.runs.rerunRuns(ALL).triggered().stream().map(RunReference::taskName).toList());
        assertTrue(hand.asked.stream()
            .anyMatch(asked -> asked instanceof EngineMessage.TriggerTask again && again.task().equals("b")
                    && again.params().equals(newest.origin().params())));
    }

    @Test
    void bulkVerbsDoWhatAPlainModelDoes() {
        long seed = Long.getLong("runwisp.seed", new Random().nextLong(1_000_000));
        Random random = new Random(seed);
        Map<String, Run> shown = new TreeMap<>();
        Map<String, Run> hidden = new TreeMap<>();
        for (int i = 0; i < 120; i++) {
            Run run = hand.save(sample(random));
            shown.put(run.id().text(), run);
        }
        List<String> all = List.copyOf(shown.keySet());
        for (int step = 0; step < 60; step++) {
            String which = "seed " + seed + ", step " + step;
            RunSelector selector = selector(random, all);
            if (random.nextBoolean()) {
                Set<String> gone = chosen(selector, shown, run -> run.end() != null);
                Set<String> active = chosen(selector, shown, run -> run.end() == null);
                Affected done = hand.runs.deleteRuns(selector);
                assertEquals(gone.size(), done.affected(), which);
                assertEquals(active.size(), done.passedOver()
                    .stream()
                    .filter(passed -> passed.code().equals("run_active"))
                    .mapToInt(PassedOver::count)
                    .sum(), which);
                gone.forEach(id -> hidden.put(id, shown.remove(id)));
            } else {
                Set<String> back = chosen(selector, hidden, _ -> true);
                assertEquals(back.size(), hand.runs.restoreRuns(selector).affected(), which);
                back.forEach(id -> shown.put(id, hidden.remove(id)));
            }
            Set<String> active = chosen(selector, shown, run -> run.end() == null);
            assertEquals(active.size(), hand.runs.cancelRuns(selector).affected(), which);
            assertEquals(shown.size(), hand.runs.summary().total(), which);
            assertEquals(shown.keySet(), new HashSet<>(hand.runs
                .runs(new RunQuery(RunFilter.ALL, io.runwisp.model.RunSort.NEWEST, RunQuery.MOST, 0))
                .runs()
                .stream()
                .map(io.runwisp.wire.run.Run::id)
                .toList()), which);
        }
    }

    private Run sample(Random random) {
        String unit = List.of("alpha", "beta", "service").get(random.nextInt(3));
        return switch (random.nextInt(4)) {
            case 0 -> hand.samples.running(unit);
            case 1 -> hand.samples.ended(unit, EndReason.FAILED, 1 + random.nextInt(3));
            case 2 -> hand.samples.ended(unit, EndReason.SKIPPED, -1);
            default -> hand.samples.ended(unit, EndReason.SUCCESS, 0);
        };
    }

    private static RunSelector selector(Random random, List<String> all) {
        List<String> some = all.stream().filter(_ -> random.nextInt(6) == 0).toList();
        if (random.nextBoolean() && !some.isEmpty()) {
            return RunSelector.named(some);
        }
        return all(criteria(List.of("", "failed", "ended", "success, skipped", "running").get(random.nextInt(5)),
                random.nextBoolean() ? null : "alpha", random.nextInt(3) == 0 ? "ET" : null), some)
            .asOf(random.nextBoolean() ? null : all.get(random.nextInt(all.size())), null);
    }

    /** What a selector means, said as plainly as possible. */
    private static Set<String> chosen(RunSelector selector, Map<String, Run> from, Predicate<Run> kind) {
        Set<String> chosen = new HashSet<>();
        from.forEach((id, run) -> {
            RunCriteria filter = selector.filter();
            boolean meant = selector.ids().contains(id) || selector.matchAll() != null && filter != null
                    && !selector.exceptIds().contains(id)
                    && (selector.upTo() == null || id.compareTo(selector.upTo()) <= 0) && passes(filter, run);
            if (meant && kind.test(run)) {
                chosen.add(id);
            }
        });
        return chosen;
    }

    private static boolean passes(RunCriteria filter, Run run) {
        String status = filter.status() == null ? "" : filter.status();
        String search = filter.search();
        boolean ok = status.isEmpty() || List.of(status.split(", ", -1)).contains(run.outcome())
                || status.equals("ended") && run.end() != null;
        return ok && (filter.taskName() == null || run.taskName().equals(filter.taskName()))
                && (search == null || run.id().text().contains(search)
                        || run.taskName().contains(search.toLowerCase(java.util.Locale.ROOT)));
    }

    private static RunCriteria criteria(String status, @Nullable String unit, @Nullable String search) {
        return new RunCriteria(status, unit, search, null, null, null, null, null, null);
    }

    private static RunSelector all(@Nullable RunCriteria filter, List<String> except) {
        return RunSelector.all(filter, except);
    }

    private static RunSelector ids(Run run) {
        return RunSelector.named(List.of(run.id().text()));
    }
}
