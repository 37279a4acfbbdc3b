package io.runwisp.daemon.life;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.runwisp.cli.terminal.RecordingConsole;
import io.runwisp.daemon.log.DaemonLog;
import io.runwisp.daemon.log.LinePrefix;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.model.EndReason;
import io.runwisp.model.ProcessIdentity;
import io.runwisp.model.Run;
import io.runwisp.model.RunEnd;
import io.runwisp.model.RunId;
import io.runwisp.model.RunOrigin;
import io.runwisp.model.RunStart;
import io.runwisp.model.Trigger;
import io.runwisp.time.VirtualWallClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunLinesTest {

    private static final RunId ID = new RunId("01JC7ZJ3R8Q6WX4T5N0V1B2C3D");
    private static final Instant NOW = Instant.parse("2026-11-20T02:30:00Z");
    private static final Run PENDING = Run.pending(ID, "backup", 2, RunOrigin.first(Trigger.API, NOW));
    private static final Run BEHIND_ITS_GATE = PENDING.withStart(new RunStart(NOW, null, null));
    private static final Run RUNNING = PENDING
        .withStart(new RunStart(NOW, "a.log", new ProcessIdentity(77, 8, "boot", 77, List.of())));

    private final RecordingConsole console = RecordingConsole.pipe();

    @Test
    void aRunIsToldOfOnceWhenItStartsAndOnceWhenItEnds() {
        Run ended = RUNNING.withEnd(new RunEnd(NOW, EndReason.FAILED, 3, true, Duration.ofMillis(1_250), null));
        assertEquals("""
            [INFO] run started task=backup#2 run=01JC7ZJ3R8Q6WX4T5N0V1B2C3D by=api pid=77
            [WARN] run ended task=backup#2 run=01JC7ZJ3R8Q6WX4T5N0V1B2C3D reason=failed exit=3 dur=1.250s
            """, told(PENDING, BEHIND_ITS_GATE, RUNNING, RUNNING, ended, ended.withNextRetryAt(NOW)));
    }

    @Test
    void aRunThatNeverRanSaysWhy() {
        Run skipped = PENDING.withEnd(RunEnd.without(NOW, EndReason.SKIPPED, false)).withMessage("one is enough");
        assertEquals("[INFO] run not started task=backup#2 run=01JC7ZJ3R8Q6WX4T5N0V1B2C3D reason=skipped exit=-1: "
                + "one is enough\n", told(skipped));
    }

    private String told(Run... saved) {
        try (DaemonLog log = new DaemonLog(console.console().err(),
                new LinePrefix(new VirtualWallClock(NOW), ZoneOffset.UTC, false))) {
            RunLines lines = new RunLines(log);
            for (Run run : saved) {
                lines.committed(List.of(new RunJournalChange.SaveRun(run)));
            }
        }
        return console.err();
    }
}
