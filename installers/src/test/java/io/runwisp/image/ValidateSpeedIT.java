package io.runwisp.image;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("alone")
class ValidateSpeedIT {

    private static final int TASKS = 1_000;
    private static final int STARTS = 3;
    private static final Duration BOUND = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    @Test
    void aThousandTasksAreValidatedWithinASecondWithTheStartOfTheJvm() throws Exception {
        Files.writeString(folder.resolve("runwisp.toml"), aThousandTasks());
        Duration best = Duration.ofDays(1);
        for (int start = 0; start < STARTS; start++) {
            long began = System.nanoTime();
            Command.in(folder, Image.LAUNCHER, "validate").run().exits(0).says("✓ runwisp.toml is valid.");
            Duration taken = Duration.ofNanos(System.nanoTime() - began);
            best = taken.compareTo(best) < 0 ? taken : best;
        }
        String figure = TASKS + " tasks validated in " + best.toMillis() + " ms, the best of " + STARTS;
        System.out.println(figure);
        assertTrue(best.compareTo(BOUND) < 0, figure);
    }

    private static String aThousandTasks() {
        StringBuilder toml = new StringBuilder();
        for (int task = 0; task < TASKS; task++) {
            toml.append("""
                [tasks.report-%d]
                description    = "Report number %d"
                group          = "Reports"
                cron           = "%d %d * * mon-fri"
                timezone       = "Europe/Vienna"
                on_overlap     = "skip"
                timeout        = "45m"
                retry_attempts = 2
                run            = "echo report %d"

                """.formatted(task, task, task % 60, task % 24, task));
        }
        return toml.toString();
    }
}
