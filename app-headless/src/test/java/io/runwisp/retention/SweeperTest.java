package io.runwisp.retention;

import static io.runwisp.retention.Household.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.engine.SampleRuns;
import io.runwisp.model.Run;
import io.runwisp.model.RunStart;
import io.runwisp.output.LocalLogDisk;
import io.runwisp.output.LogArea;
import io.runwisp.retention.Sweep.Cause;
import io.runwisp.retention.Sweep.Removed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweeperTest {

    @TempDir
    private Path directory;
    private Household house;

    @BeforeEach
    void open() {
        house = new Household(directory);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void theNewestSoManyOfEachUnitStay() {
        Run old = house.ended("a", 1);
        Run other = house.ended("b", 1);
        Run middle = house.ended("a", 1);
        Run newest = house.ended("a", 1);
        Sweep sweep = house.sweeper().sweep(NOW, Household.keep(1));
        assertEquals(List.of(new Removed(old.id(), "a", Cause.COUNT), new Removed(middle.id(), "a", Cause.COUNT)),
                sweep.removed());
        house.assertTogether(List.of(old, other, middle, newest));
        assertTrue(house.hasRow(newest) && house.hasRow(other));
        assertEquals(List.of(), sweep.notices());
        assertEquals(
                List.of("{\"run_id\":\"" + old.id() + "\",\"task_name\":\"a\"}",
                        "{\"run_id\":\"" + middle.id() + "\",\"task_name\":\"a\"}"),
                house.deletedEvents());
    }

    @Test
    void keepingNoneRemovesEveryEndedRunAndTheDirectoryOfTheUnit() throws IOException {
        house.ended("a", 1);
        house.skipped("a");
        house.ended("b", 1);
        Policies policies = new Policies(Map.of("b", Keep.ALL), new Keep(OptionalInt.of(0), Optional.empty()), 0);
        assertEquals(2, house.sweeper().sweep(NOW, policies).removed().size());
        assertEquals(List.of(house.logs.resolve("b")), house.unitDirectories());
    }

    @Test
    void whatIsOlderThanItsAgeGoes() {
        Run old = house.ended("a", 1);
        Run atTheLimit = house.ended("a", 1);
        Duration age = Duration.between(atTheLimit.origin().createdAt(), NOW);
        Sweep sweep = house.sweeper().sweep(NOW, Household.keepFor(age));
        assertEquals(List.of(new Removed(old.id(), "a", Cause.AGE)), sweep.removed());
        assertTrue(house.hasRow(atTheLimit));
    }

    @Test
    void eitherRuleIsEnough() {
        Run old = house.ended("a", 1);
        Run surplus = house.ended("a", 1);
        Run kept = house.ended("a", 1);
        Duration age = Duration.between(surplus.origin().createdAt(), NOW);
        Keep keep = new Keep(OptionalInt.of(1), Optional.of(age));
        Sweep sweep = house.sweeper().sweep(NOW, new Policies(Map.of("a", keep), Keep.ALL, 0));
        assertEquals(
                List.of(new Removed(old.id(), "a", Cause.AGE), new Removed(surplus.id(), "a", Cause.COUNT)),
                sweep.removed());
        assertTrue(house.hasRow(kept));
    }

    @Test
    void activeRunsStayWhateverTheRule() {
        Run active = house.running("a", 3);
        Run ended = house.ended("a", 1);
        Policies policies = new Policies(Map.of(), new Keep(OptionalInt.of(0), Optional.of(Duration.ofNanos(1))), 1);
        Sweep sweep = house.sweeper().sweep(NOW, policies);
        assertEquals(Household.ids(ended), Household.removed(sweep));
        assertTrue(house.hasRow(active) && house.hasFiles(active));
        assertTrue(sweep.notices().getLast().contains("no ended run is left"), sweep.notices().toString());
    }

    @Test
    void aRunWhoseRetryIsStillToComeStays() {
        Run waiting = house.save(house.ended("a", 1).withNextRetryAt(NOW.plusSeconds(1)));
        Run ended = house.ended("a", 1);
        Sweep sweep = house.sweeper().sweep(NOW, Household.keep(0));
        assertEquals(Household.ids(ended), Household.removed(sweep));
        assertTrue(house.hasRow(waiting) && house.hasFiles(waiting));
    }

    @Test
    void unitsThatLeftTheConfigurationFollowTheDefaults() {
        Run gone = house.ended("left-the-file", 1);
        Run kept = house.ended("a", 1);
        Policies policies = new Policies(Map.of("a", Keep.ALL), new Keep(OptionalInt.of(0), Optional.empty()), 0);
        assertEquals(Household.ids(gone), Household.removed(house.sweeper().sweep(NOW, policies)));
        assertTrue(house.hasRow(kept));
    }

    @Test
    void theOldestRunsOfAllUnitsMakeRoomUntilTheLogsAreSmallEnough() throws IOException {
        Run first = house.ended("a", 50);
        Run second = house.ended("b", 50);
        Run without = house.skipped("a");
        Run third = house.ended("a", 50);
        long all = new LogArea(house.logs, new LocalLogDisk()).bytes();
        Sweep sweep = house.sweeper().sweep(NOW, Household.atMost(60 * 1024));
        assertEquals(Household.ids(first, second), Household.removed(sweep));
        assertTrue(house.hasRow(third) && house.hasRow(without), "a row without a log makes no room");
        assertEquals(all - sweep.freedBytes(), new LogArea(house.logs, new LocalLogDisk()).bytes());
        assertTrue(sweep.notices().getFirst().startsWith("the logs take " + all + " bytes, more than the 61440"),
                sweep.notices().toString());
        assertEquals(1, sweep.notices().size());
        assertEquals(List.of(), house.sweeper().sweep(NOW, Household.atMost(60 * 1024)).removed());
    }

    @Test
    void rotatedSegmentsCountAndGo() {
        Run rotated = house.ended("a", 1100);
        assertTrue(Files.exists(house.files(rotated).previousLog()));
        Sweep sweep = house.sweeper().sweep(NOW, Household.atMost(700 * 1024));
        assertEquals(Household.ids(rotated), Household.removed(sweep));
        assertTrue(sweep.freedBytes() > 700 * 1024, sweep.toString());
        house.assertTogether(List.of(rotated));
    }

    @Test
    void deletedRunsGoWhenTheirDeletionCanNoLongerBeTakenBack() {
        Run late = house.save(house.ended("a", 1).withDeletedAt(NOW.minusMillis(1)));
        Run fresh = house.save(house.ended("a", 1).withDeletedAt(NOW));
        assertEquals(List.of(new Removed(late.id(), "a", Cause.DELETED)),
                house.sweeper().purge(NOW, NOW.minusMillis(1)).removed());
        house.assertTogether(List.of(late, fresh));
        assertTrue(house.hasRow(fresh));
        assertEquals(Household.ids(fresh), Household.removed(house.sweeper().purge(NOW, NOW)));
        house.assertTogether(List.of(fresh));
    }

    @Test
    void aSweepLeavesToThePurgeWhatSomebodyHasDeleted() {
        Run deleted = house.save(house.ended("a", 1).withDeletedAt(NOW.minus(Duration.ofDays(1))));
        assertEquals(List.of(), house.sweeper().sweep(NOW, Household.keep(0)).removed());
        assertTrue(house.hasRow(deleted) && house.hasFiles(deleted));
    }

    @Test
    void manyBatchesGoInOrder() {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < 2 * Sweeper.BATCH + 10; i++) {
            runs.add(house.skipped("a"));
        }
        Sweep sweep = house.sweeper().sweep(NOW, Household.keep(5));
        assertEquals(runs.subList(0, runs.size() - 5).stream().map(Run::id).toList(), Household.removed(sweep));
        assertEquals(runs.size() - 5, house.deletedEvents().size());
    }

    @Test
    void aBatchOfWaitingRetriesDoesNotHideWhatComesBehindIt() {
        for (int i = 0; i < Sweeper.BATCH + 5; i++) {
            house.save(house.skipped("a").withNextRetryAt(NOW));
        }
        Run behind = house.skipped("a");
        assertEquals(Household.ids(behind), Household.removed(house.sweeper().sweep(NOW, Household.keep(0))));
    }

    @Test
    void thingsThatAreNoLogsStay() throws IOException {
        house.ended("a", 1);
        Path note = Files.writeString(house.logs.resolve("a").resolve("note.txt"), "mine");
        house.sweeper().sweep(NOW, Household.keep(0));
        assertTrue(Files.exists(note));
    }

    @Test
    void noSweepReachesOutOfTheDirectoryOfItsUnit() throws IOException {
        Path outside = Files.createDirectory(directory.resolve("outside"));
        Path victim = Files.writeString(outside.resolve("victim.log"), "not ours");
        Run run = house.ended("a", 1);
        Run climbing = house.save(run.withStart(
                new RunStart(SampleRuns.BEGIN, "../../outside/victim.log", null)));
        Sweep sweep = house.sweeper().sweep(NOW, Household.keep(0));
        assertEquals(List.of(), sweep.removed());
        assertTrue(sweep.notices().getFirst().contains("is not the name of a log"), sweep.notices().toString());
        assertTrue(Files.exists(victim) && house.hasRow(climbing));

        Files.createSymbolicLink(house.logs.resolve("linked"), outside);
        Run linked = house.save(house.skipped("linked").withStart(new RunStart(SampleRuns.BEGIN, "victim.log", null)));
        assertFalse(Household.removed(house.sweeper().sweep(NOW, Household.keep(0))).contains(linked.id()));
        assertTrue(Files.exists(victim));
    }
}
