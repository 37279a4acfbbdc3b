package io.runwisp.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A few rounds in every build; {@code -Drunwisp.kills=200} for the long form, {@code -Drunwisp.seed=N} to play one again. */
class KillLoopIT {

    private static final int ROUNDS = Integer.getInteger("runwisp.kills", 5);
    private static final long SEED = Long.getLong("runwisp.seed", KillLoop.freshSeed());

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 3, unit = TimeUnit.HOURS)
    void aBusyDaemonThatIsKilledLosesNothingLeavesNothingAndStartsNothingTwice() throws Exception {
        KillLoop.run(folder, ROUNDS, SEED);
    }

    @Test
    void theWatchSeesTwoScriptsThatLiveAtOnce() throws Exception {
        String mark = UUID.randomUUID().toString();
        Process first = session(mark);
        try (DuplicateWatch watch = new DuplicateWatch(List.of(mark))) {
            Patience.until("some looks", () -> watch.looks() > 3, () -> "");
            assertEquals(List.of(), watch.seen());
            Process second = session(mark);
            try {
                Patience.until("it is seen", () -> !watch.seen().isEmpty(), () -> "");
                assertTrue(watch.seen().getFirst().contains(Long.toString(second.pid())));
            } finally {
                second.destroyForcibly();
            }
        } finally {
            first.destroyForcibly();
        }
    }

    private static Process session(String mark) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("setsid", "sleep", "1000");
        builder.environment().put("MARK", mark);
        return builder.start();
    }
}
