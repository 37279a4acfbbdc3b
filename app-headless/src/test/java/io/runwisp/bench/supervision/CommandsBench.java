package io.runwisp.bench.supervision;

import io.runwisp.bench.Bench;
import io.runwisp.bench.Figures;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How long people wait for a command. */
public final class CommandsBench implements Bench {

    private static final int TIMES = 9;
    private static final double PROMISED = 350;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final String CONFIGURATION = """
        [tasks.backup]
        cron = "20 3 * * *"
        run = "echo one; echo two"

        [services.web]
        run = "exec sleep 600"
        """;
    private static final List<String> LINES = List.of("list", "status", "runs", "logs backup", "next", "why backup",
            "run-task backup --wait", "pause backup", "reload --dry-run");

    @Override
    public String name() {
        return "commands";
    }

    @Override
    public String purpose() {
        return "from a command to its end, best and median of " + TIMES + " in turns, beside --version";
    }

    @Override
    public List<Program> programs() {
        return List.of(RunWisp.IMAGE);
    }

    @Override
    public void measure(Path scratch, Figures figures) throws Exception {
        String port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = Integer.toString(free.getLocalPort());
        }
        Files.writeString(scratch.resolve("runwisp.toml"), CONFIGURATION);
        try (Family family = new Family()) {
            family.start(scratch, Map.of(), List.of("runwisp", "daemon", "--port", port));
            Wait.until("the daemon listens", LONGEST, () -> call(scratch, "status --port " + port) == 0);
            call(scratch, "run-task backup --wait --port " + port);
            Map<String, Samples> taken = new LinkedHashMap<>();
            // The first turn logs in and is not counted.
            for (int time = 0; time <= TIMES; time++) {
                for (String line : lines()) {
                    long began = System.nanoTime();
                    if (call(scratch, line + " --port " + port) != 0) {
                        figures.missing(line + " failed");
                    } else if (time > 0) {
                        taken.computeIfAbsent(line, _ -> new Samples())
                            .add((System.nanoTime() - began) / NANOS_PER_MILLI);
                    }
                }
            }
            taken.forEach((line, samples) -> {
                figures.beside("runwisp " + line + ", best", samples.percentile(0), "ms");
                figures.atMost(PROMISED, "runwisp " + line + ", median", samples.median(), "ms");
            });
        }
    }

    private static List<String> lines() {
        List<String> lines = new ArrayList<>(LINES);
        lines.addFirst("--version");
        return lines;
    }

    private static int call(Path place, String line) {
        List<String> words = new ArrayList<>(List.of(line.split(" ")));
        words.addFirst("runwisp");
        ProcessBuilder builder = new ProcessBuilder(words).directory(place.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("XDG_CACHE_HOME", place.resolve("cache").toString());
        try {
            Process process = builder.start();
            return process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (IOException e) {
            throw new NotMeasured(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
