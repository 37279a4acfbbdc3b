package io.runwisp.retention;

import static io.runwisp.retention.Household.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.engine.FakeRunJournal;
import io.runwisp.engine.Receipts;
import io.runwisp.engine.RunJournalChange.HideRun;
import io.runwisp.model.Run;
import io.runwisp.output.FaultyLogDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepFaultTest {

    @TempDir
    private Path directory;

    @Test
    void aFileThatCannotBeDeletedKeepsItsRunAndNoOther() {
        try (Household house = new Household(directory)) {
            Run before = house.ended("a", 1);
            Run stuck = house.ended("a", 1);
            Run after = house.ended("a", 1);
            house.disk.failDelete(house.files(stuck).index()::equals);
            Sweep sweep = house.sweeper().sweep(NOW, Household.keep(0));
            assertEquals(Household.ids(before, after), Household.removed(sweep));
            assertTrue(house.hasRow(stuck));
            assertEquals(1, sweep.notices().size());
            assertTrue(sweep.notices().getFirst().startsWith("run " + stuck.id() + " of a stays"),
                    sweep.notices().toString());
            assertTrue(sweep.notices().getFirst().contains("Operation not permitted"), sweep.notices().toString());

            house.disk.failDelete(file -> false);
            assertEquals(Household.ids(stuck), Household.removed(house.sweeper().sweep(NOW, Household.keep(0))));
            house.assertTogether(List.of(before, stuck, after));
        }
    }

    @Test
    void moreThanABatchOfStuckRunsDoesNotHideTheOthers() {
        try (Household house = new Household(directory)) {
            for (int i = 0; i < Sweeper.BATCH + 1; i++) {
                house.ended("stuck", 1);
            }
            Run free = house.ended("free", 1);
            house.disk.failDelete(file -> file.toString().contains("stuck"));
            assertEquals(Household.ids(free), Household.removed(house.sweeper().sweep(NOW, Household.atMost(1))));
        }
    }

    @Test
    void aSweepThatIsKilledAtAnyStepIsFinishedByTheNext() throws IOException {
        int steps = 0;
        boolean killed = true;
        while (killed) {
            try (Household house = new Household(Files.createDirectory(directory.resolve("killed" + steps)))) {
                List<Run> old = List.of(house.ended("a", 1), house.ended("b", 1), house.ended("a", 1100));
                List<Run> kept = List.of(house.ended("a", 1), house.ended("b", 1));
                house.disk.killIn(steps);
                killed = isKilled(house);
                house.disk.killIn(Integer.MAX_VALUE);
                for (Run run : old) {
                    assertTrue(house.hasRow(run) || !house.hasFiles(run), "no file is without its row: " + run);
                }
                house.sweeper().sweep(NOW, Household.keep(1));
                old.forEach(run -> assertFalse(house.hasRow(run) || house.hasFiles(run), run.toString()));
                kept.forEach(run -> assertTrue(house.hasRow(run) && house.hasFiles(run), run.toString()));
                house.assertTogether(kept);
                assertEquals(3, house.deletedEvents().size(), "each is told once");
            }
            steps++;
        }
        assertTrue(steps > 3 * 7, "only " + steps + " steps");
    }

    @Test
    void aPurgeThatIsKilledAtAnyStepIsFinishedByTheNextStart() throws IOException {
        int steps = 0;
        boolean killed = true;
        while (killed) {
            try (Household house = new Household(Files.createDirectory(directory.resolve("purged" + steps)))) {
                List<Run> deleted = List.of(house.ended("a", 1), house.ended("b", 1), house.ended("a", 1100));
                Run kept = house.ended("a", 1);
                deleted.forEach(run -> Receipts.of(house.store.journal(), new HideRun(run.id(), NOW)).sequences());
                house.disk.killIn(steps);
                killed = isKilled(() -> house.sweeper().purge(NOW, NOW));
                house.disk.killIn(Integer.MAX_VALUE);
                for (Run run : deleted) {
                    assertTrue(house.store.runs().find(run.id()).isEmpty(), "it is seen again: " + run);
                    assertTrue(house.hasRow(run) || !house.hasFiles(run), "no file is without its row: " + run);
                }
                UndoWindow next = new UndoWindow(house.store.retention().newestDeletion(), () -> 0);
                house.sweeper().purge(NOW, next.expired());
                deleted.forEach(run -> assertFalse(house.hasRow(run) || house.hasFiles(run), run.toString()));
                assertTrue(house.hasRow(kept) && house.hasFiles(kept));
            }
            steps++;
        }
        assertTrue(steps > 3 * 7, "only " + steps + " steps");
    }

    private static boolean isKilled(Household house) {
        return isKilled(() -> house.sweeper().sweep(NOW, Household.keep(1)));
    }

    private static boolean isKilled(Supplier<Sweep> work) {
        try {
            var _ = work.get();
            return false;
        } catch (FaultyLogDisk.Killed e) {
            return true;
        }
    }

    @Test
    void aJournalThatTakesNothingLeavesTheRowsToTheNextSweep() {
        try (Household house = new Household(directory)) {
            Run run = house.ended("a", 1);
            FakeRunJournal closed = new FakeRunJournal();
            closed.close();
            Sweep sweep = house.sweeper(closed).sweep(NOW, Household.keep(0));
            assertEquals(List.of(), sweep.removed());
            assertTrue(sweep.notices().getFirst().contains("the journal is closed"), sweep.notices().toString());
            assertTrue(house.hasRow(run));
            assertFalse(house.hasFiles(run));
            assertEquals(Household.ids(run), Household.removed(house.sweeper().sweep(NOW, Household.keep(0))));
        }
    }
}
