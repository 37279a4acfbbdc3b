package io.runwisp.view.runs;

import static io.runwisp.view.Scene.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.live.RunWindow;
import io.runwisp.model.EndReason;
import io.runwisp.model.RunFilter;
import io.runwisp.model.RunSort;
import io.runwisp.model.Trigger;
import io.runwisp.view.Scene;
import io.runwisp.view.words.Verdict;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.run.RunCriteria;
import io.runwisp.wire.run.RunSelector;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class RunListViewTest {

    private static final String NEWEST = "01JC7ZJ3R8Q6WX4T5N0V1B2C3D";
    private static final Run FAILED = Scene.ended(1, "failed", 2, 5, Duration.ofSeconds(42));

    @Test
    void aListSaysHowManyThereAreAndWhich() {
        RunsWanted wanted = RunsWanted.ALL.withStatuses(Bucket.FAILED.statuses())
            .withTask("backup")
            .withTrigger(Trigger.CRON)
            .within(edge("2026-11-26"), edge("2026-11-26"))
            .withExit(">100")
            .withRetriesOnly(true);
        RunListView view = RunListView.of(window(wanted, 0, 2, FAILED), wanted, NOW);
        assertEquals("2 runs, failed, of backup, asked for by cron, today, exit >100, retries only.", view.headline());
        assertEquals(1, view.first());
        assertEquals(1, view.last());
        assertEquals("status:failed task:backup trigger:cron from:2026-11-26 to:2026-11-26 exit:>100 retries:only",
                view.words());
    }

    @Test
    void theOrderIsToldInWordsAndPagesBeyondTheEndAreAskedForWithoutHarm() {
        RunsWanted longest = RunsWanted.ALL.withSort(new RunSort(RunSort.Field.DURATION, true));
        assertEquals("longest first", RunListView.of(window(longest, 0, 0), longest, NOW).order());
        assertEquals("newest first", RunListView.of(window(RunsWanted.ALL, 0, 0), RunsWanted.ALL, NOW).order());
        assertEquals(Integer.MAX_VALUE, RunsWanted.ALL.page(Integer.MAX_VALUE, 100, NOW.zone()).offset());
        assertEquals(0, RunsWanted.ALL.page(-1, 100, NOW.zone()).offset());
    }

    @Test
    void eachChipCanBeTakenAway() {
        RunsWanted wanted = RunsWanted.ALL.withTask("backup").withExit("nonsense").withSearch("x");
        List<Chip> chips = RunListView.of(window(wanted, 0, 0), wanted, NOW).chips();
        assertEquals(3, chips.size());
        for (Chip chip : chips) {
            RunsWanted rest = RunsText.ofAddress(chip.without()).wanted();
            assertEquals(2, RunListView.of(window(rest, 0, 0), rest, NOW).chips().size());
        }
        assertTrue(chips.stream().anyMatch(Chip::wrong));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-26, 2026-11-26, today", "2026-11-25, 2026-11-25, on Wed 25 Nov 2026",
            "2026-11-25, , since Wed 25 Nov 2026", ", 2026-11-25T02:30:00Z, until Wed 25 Nov 2026 03:30",
            "2026-11-25T02:30:00Z, 2026-11-25T03:00:01Z, on Wed 25 Nov 2026 from 03:30 to 04:00:01",
            "2026-11-26T02:30:00Z, 2026-11-26T03:00:00Z, today from 03:30 to 04:00",
            "2026-11-25T22:30:00Z, 2026-11-25T23:30:00Z, from Wed 25 Nov 2026 23:30 to Thu 26 Nov 2026 00:30",
            "2026-11-25, 2026-11-25T03:00:00Z, from Wed 25 Nov 2026 to Wed 25 Nov 2026 04:00"})
    void aTimeIsToldByTheClockOfWhoeverLooks(@Nullable String from, @Nullable String to, String says) {
        RunsWanted wanted = RunsWanted.ALL.within(from == null ? null : edge(from), to == null ? null : edge(to));
        assertEquals(List.of(says),
                RunListView.of(window(wanted, 0, 0), wanted, NOW).chips().stream().map(Chip::says).toList());
    }

    @Test
    void anEmptyListSaysWhyItIsEmpty() {
        assertEquals("Nothing has run yet. A run appears here as soon as it has a row.", empty(RunsWanted.ALL, 0));
        assertEquals("backup has no run on record.", empty(RunsWanted.ALL.withTask("backup"), 0));
        assertEquals("No run fits. Take away what narrows the list to see more.",
                empty(RunsWanted.ALL.withTask("backup").withRetriesOnly(true), 0));
        assertEquals("The list ends before this page.", empty(RunsWanted.ALL, 7));
    }

    @ParameterizedTest
    @EnumSource(EndReason.class)
    void everyEndIsInOneBucketAndThatIsTheOneOfItsVerdict(EndReason reason) {
        List<Bucket> in = Arrays.stream(Bucket.values())
            .filter(bucket -> bucket.statuses().contains(reason.word()))
            .toList();
        assertEquals(1, in.size());
        assertEquals(Verdict.of(reason).failure(), in.getFirst() == Bucket.FAILED);
    }

    @Test
    void statusesThatAreNoBucketAreToldOneByOne() {
        RunsWanted wanted = RunsWanted.ALL.withStatuses(Set.of("failed"));
        assertEquals("3 runs, exactly failed.", RunListView.of(window(wanted, 0, 3, FAILED), wanted, NOW).headline());
        assertFalse(RunsText.words(wanted).contains("status:failed"), RunsText.words(wanted));
    }

    @Test
    void allOfAListAreWhatItsFilterLetsPassAsOfNow() {
        assertEquals(RunSelector.all(RunCriteria.of(RunFilter.ALL), List.of()).asOf(NEWEST, null),
                every(RunsWanted.ALL, 1));
        RunsWanted wanted = RunsWanted.ALL.withStatuses(Bucket.STOPPED.statuses()).withTask("backup").withExit(">0");
        RunSelector every = every(wanted, 1);
        assertEquals(new RunCriteria("daemon_stopped,stopped", "backup", null, null, null, null, 1, null, null),
                every == null ? null : every.filter());
        assertEquals(NOW.at(), every == null ? null : every.endedBy());
    }

    @Test
    void whereNothingFitsOrItIsNotClearWhichAreWantedAllCannotBePicked() {
        assertNull(every(RunsWanted.ALL, 0));
        assertNull(every(RunsWanted.ALL.withExit("3x"), 1));
    }

    private static @Nullable RunSelector every(RunsWanted wanted, long total) {
        return RunListView.of(total == 0 ? window(wanted, 0, 0) : window(wanted, 0, total, FAILED), wanted, NOW)
            .every();
    }

    private static Edge edge(String written) {
        return Edge.read(written).orElseThrow();
    }

    private static String empty(RunsWanted wanted, long total) {
        return String.valueOf(RunListView.of(window(wanted, 9, total), wanted, NOW).empty());
    }

    private static RunWindow window(RunsWanted wanted, int page, long total, Run... runs) {
        return new RunWindow(wanted.page(page, 50, NOW.zone()), List.of(runs), total, NEWEST);
    }
}
