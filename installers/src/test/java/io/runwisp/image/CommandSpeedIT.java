package io.runwisp.image;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A command answers at once. What is measured on a quiet machine stands in docs/performance.md; here the bounds are wide, because the machine may be busy,
 * and hold what once went wrong: commands that took five times as long as {@code --version}.
 */
@Tag("alone")
class CommandSpeedIT {

    private static final int TIMES = 5;
    private static final Duration BOUND = Duration.ofSeconds(1);
    private static final double TIMES_AS_LONG = 3.5;
    private static final String VERSION = "--version";

    @TempDir
    Path folder;

    @Test
    void commandsThatAskADaemonTakeLittleMoreThanAStart() throws Exception {
        Map<String, Duration> best = new LinkedHashMap<>();
        try (Daemon daemon = Daemon.ready(folder, Image.GOOD)) {
            for (int time = 0; time < TIMES; time++) {
                for (String line : List.of(VERSION, "list", "status", "runs", "logs greet", "next", "why greet",
                        "run-task greet --wait")) {
                    List<Object> words = new ArrayList<>(List.of((Object[]) line.split(" ")));
                    words.addAll(List.of("--port", daemon.url().getPort()));
                    Command command = Command.in(folder, Image.LAUNCHER).and(words.toArray()).with("HOME", folder);
                    long began = System.nanoTime();
                    command.run().exits(0);
                    Duration taken = Duration.ofNanos(System.nanoTime() - began);
                    best.merge(line, taken, (a, b) -> a.compareTo(b) < 0 ? a : b);
                }
            }
        }
        StringBuilder text = new StringBuilder("Best of " + TIMES + ":");
        best.forEach(
                (line, taken) -> text.append(" ").append(line).append(" ").append(taken.toMillis()).append(" ms;"));
        String figures = text.toString();
        System.out.println(figures);
        Duration start = best.getOrDefault(VERSION, BOUND);
        best.forEach((line, taken) -> {
            assertTrue(taken.compareTo(BOUND) < 0, () -> line + ": " + figures);
            assertTrue(taken.toNanos() < start.toNanos() * TIMES_AS_LONG, () -> line + ": " + figures);
        });
    }
}
