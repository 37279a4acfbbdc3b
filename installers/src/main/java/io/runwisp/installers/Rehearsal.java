package io.runwisp.installers;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The short lives that the caches learn from: one of a daemon with a bit of everything, and one of the commands that people type, which ask such a daemon.
 *
 * @param module the folder of this module
 * @param folder where they take place
 * @param log what the beginning of the names of their logs is
 */
record Rehearsal(Path module, Path folder, String log) {

    private static final String MAIN_CLASS = "io.runwisp.daemon.Rehearsal";
    private static final String NEXT = ";";
    private static final long LIMIT_SECONDS = 60;
    /** What is called once is linked; what is called again is known to be called often. */
    private static final int TIMES = 3;

    /** Trains the cache of {@code daemon} and {@code exec}. */
    void ofDaemon(AotCache cache) throws IOException, InterruptedException {
        String port = freePort();
        cache.train(MAIN_CLASS,
                List.of("validate", module.resolve("demo/runwisp.toml").toString(), NEXT, "exec", "once",
                        "--param", "NAME=more", NEXT, "visit", port, "data/password", NEXT, "daemon", "--port", port),
                folder,
                Path.of(log + "-daemon.log"));
    }

    /** Trains the cache of all other commands against a daemon, whose cache is there already. */
    void ofCommands(AotCache cache, AotCache ofDaemon, String mainClass) throws IOException, InterruptedException {
        String port = freePort();
        Process daemon = cache.start()
            .in(folder, List.of("-XX:AOTCache=" + ofDaemon.file()), mainClass, List.of("daemon", "--port", port))
            .redirectErrorStream(true)
            .start();
        BufferedReader said = daemon.inputReader();
        try {
            awaitReady(said);
            // Nobody reads the rest, but a full pipe would hold the daemon.
            Thread.ofVirtual().start(() -> said.lines().forEach(_ -> {
            }));
            cache.train(MAIN_CLASS, commands(port), folder, Path.of(log + "-commands.log"));
        } finally {
            // By its handle, which leaves the pipe to those who read it.
            daemon.toHandle().destroy();
            if (!daemon.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                daemon.destroyForcibly();
            }
        }
    }

    private static void awaitReady(BufferedReader said) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.contains("ready, listening")) {
                return;
            }
            all.append(line).append(System.lineSeparator());
        }
        throw new IllegalStateException("The daemon that commands are rehearsed with did not start:"
                + System.lineSeparator() + all);
    }

    private List<String> commands(String port) throws IOException {
        List<String> lines = Files.readAllLines(module.resolve("src/main/image/rehearsal.commands"))
            .stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();
        List<String> words = new ArrayList<>();
        for (int time = 0; time < TIMES; time++) {
            for (String line : lines) {
                if (!words.isEmpty()) {
                    words.add(NEXT);
                }
                words.addAll(List.of(line.replace("PORT", port).split(" ")));
                words.addAll(List.of("--port", port));
            }
        }
        return words;
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return Integer.toString(socket.getLocalPort());
        }
    }
}
