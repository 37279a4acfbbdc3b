package io.runwisp.view.plan;

import static io.runwisp.view.Scene.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.runwisp.view.words.Tone;
import io.runwisp.wire.daemon.ChangedUnit;
import io.runwisp.wire.daemon.DroppedRuns;
import io.runwisp.wire.daemon.NextRuns;
import io.runwisp.wire.daemon.ReloadResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class PlanViewTest {

    private static final Instant SLOT = Instant.parse("2026-11-26T02:30:00Z");

    @Test
    void aPlanSaysLineByLineWhatItWouldDo() {
        ReloadResult plan = new ReloadResult(false, List.of("report"), List.of("old"),
                List.of(new ChangedUnit("api", List.of("run", "env"), "restart"),
                        new ChangedUnit("backup", List.of("cron"), "next_run"),
                        new ChangedUnit("web", List.of("keep_runs"), "live")),
                List.of("api"), List.of(new DroppedRuns("old", "queued", 2), new DroppedRuns("backup", "retry", 1)),
                List.of(new NextRuns("backup", List.of(SLOT), List.of(SLOT.plus(Duration.ofHours(1)))),
                        new NextRuns("report", List.of(), List.of(SLOT)),
                        new NextRuns("old", List.of(SLOT), List.of())),
                List.of("daemon.port"), List.of("mail"), List.of("runwisp.toml:3:1: tasks.a.queue_size is not used"));
        PlanView view = PlanView.of(plan, NOW);
        assertEquals("1 unit is added, 1 unit is removed, 3 units change, 1 service restarts, 3 runs are dropped;"
                + " 1 key waits for a new start of the daemon.", view.headline());
        assertEquals("""
                + report: new; next 03:30
                - old: goes, its history stays; 2 waiting runs are dropped; no next run, it was 03:30
                ~ api: restarts (run, env)
                ~ backup: changes from its next run on (cron); 1 retry that was due is dropped; next 04:30, not 03:30
                ~ web: changes at once (keep_runs)
                ! daemon.port: holds only after the daemon is started again
                ? mail: differs too, and was not asked for
                ! runwisp.toml:3:1: tasks.a.queue_size is not used
                """, text(view));
        assertEquals(Tone.WARN, view.tone());
    }

    @Test
    void whatWasDoneIsToldAsDone() {
        ReloadResult plan = new ReloadResult(true, List.of(), List.of(),
                List.of(new ChangedUnit("api", List.of("run"), "restart"),
                        new ChangedUnit("web", List.of("run"), "next_run")),
                List.of("api"), List.of(), List.of(), List.of(), List.of(), List.of());
        assertEquals("2 units changed, 1 service restarted, nothing was dropped.", PlanView.of(plan, NOW).headline());
    }

    @Test
    void nothingToDoIsToldAsSuch() {
        ReloadResult plan = new ReloadResult(false, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of("daemon.port", "daemon.bind"), List.of(), List.of());
        PlanView view = PlanView.of(plan, NOW);
        assertEquals("Nothing changes; 2 keys wait for a new start of the daemon.", view.headline());
        assertFalse(view.changes());
    }

    @Test
    void aUnitThatOnlyLosesRunsIsNotForgotten() {
        ReloadResult plan = new ReloadResult(false, List.of(), List.of(), List.of(), List.of("api"),
                List.of(new DroppedRuns("mail", "queued", 1)), List.of(), List.of(), List.of(), List.of());
        assertEquals("~ api: restarts\n~ mail: changes; 1 waiting run is dropped\n", text(PlanView.of(plan, NOW)));
    }

    private static String text(PlanView view) {
        return view.lines().stream().map(line -> line.text() + "\n").collect(Collectors.joining());
    }
}
