package io.runwisp.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Kills a busy daemon at random moments and starts it again, and holds three promises against it: what it said was recorded is there, nothing of the old
 * generation lives once the new one is ready, and no service ever runs twice.
 */
final class KillLoop implements AutoCloseable {

    private static final Pattern STARTED = Pattern.compile("run started task=\\S+ run=(\\S+) ");
    private static final Pattern ENDED = Pattern.compile("run ended task=\\S+ run=(\\S+) reason=(\\S+) exit=(-?\\d+)");
    private static final int LONGEST_LIFE_MS = 2_000;
    private static final int ONE_IN_FIVE = 5;
    private static final List<String> SINGLES = List.of("steady", "stubborn", "flapping");

    private final Path folder;
    private final Random random;
    private final long seed;
    private final Map<String, String> marks = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private int recorded;

    KillLoop(Path folder, long seed) throws IOException {
        this.folder = folder;
        this.seed = seed;
        this.random = new Random(seed);
        for (String service : List.of("steady", "stubborn", "flapping", "forking", "tick")) {
            marks.put(service, UUID.randomUUID().toString());
        }
        Files.writeString(folder.resolve("runwisp.toml"), configuration());
    }

    /** The loop in a form that a person can read off its first argument: how often; the second is the seed. */
    static void run(Path folder, int rounds, long seed) throws Exception {
        try (KillLoop loop = new KillLoop(folder, seed)) {
            System.out.println(loop.rounds(rounds));
        }
    }

    static long freshSeed() {
        return ThreadLocalRandom.current().nextLong(1_000_000);
    }

    /** Every script takes a lock for its life, without waiting, and leaves a line where that fails. */
    private String configuration() {
        StringBuilder toml = new StringBuilder("[defaults]\ngraceful_stop = \"300ms\"\nkeep_runs = 100000\n");
        service(toml, "steady", "trap 'exit 0' TERM; while true; do sleep 0.02 9>&-; done", "");
        service(toml, "stubborn", "trap '' TERM; while true; do sleep 0.02 9>&-; done", "");
        service(toml, "flapping", "sleep 0.1 9>&-; exit 1",
                "restart_delay = \"20ms\"\nrestart_backoff = \"constant\"\n");
        toml.append("""
            [services.forking]
            instances = 3
            env       = { MARK = "%s" }
            run       = "(trap '' TERM; while true; do sleep 0.02; done) & setsid sleep 1000 & wait"

            [tasks.tick]
            cron = "* * * * * *"
            env  = { MARK = "%s" }
            run  = "echo tick; sleep 0.3; echo tock"
            """.formatted(marks.get("forking"), marks.get("tick")));
        return toml.toString();
    }

    private void service(StringBuilder toml, String name, String script, String keys) {
        toml.append("""
            [services.%1$s]
            env = { MARK = "%2$s" }
            %3$srun = \"""
            exec 9>"%4$s/%1$s.lock"
            flock -n 9 || { echo %1$s >> "%4$s/duplicates"; exit 1; }
            %5$s
            \"""

            """.formatted(name, marks.get(name), keys, folder, script));
    }

    /** So many lives and deaths, and then a good end; what came of it, in a sentence. */
    String rounds(int rounds) throws Exception {
        try (DuplicateWatch watch = new DuplicateWatch(SINGLES.stream().map(marks::get).toList())) {
            for (int round = 1; round <= rounds; round++) {
                round(round);
            }
            Daemon last = Daemon.ready(folder);
            if (last.stop() != 0) {
                faults.add("the last daemon did not end well\n" + last.log());
            }
            check("after the good end", alive());
            faults.addAll(watch.seen());
            if (Files.exists(folder.resolve("duplicates"))) {
                faults.add("a lock was held already: " + Files.readAllLines(folder.resolve("duplicates")));
            }
            if (!faults.isEmpty()) {
                throw new AssertionError("seed " + seed + ": " + String.join("\n", faults));
            }
            return rounds + " times killed and started (seed " + seed + "): 0 of " + recorded
                    + " recorded words lost, 0 survivors, 0 duplicates in " + watch.looks() + " looks";
        }
    }

    private void round(int round) throws Exception {
        List<Processes.Found> old = alive();
        Daemon daemon;
        if (random.nextInt(ONE_IN_FIVE) == 0) {
            daemon = Daemon.start(folder);
        } else {
            daemon = Daemon.ready(folder);
            check("in round " + round, old.stream().filter(Processes.Found::lives).toList());
        }
        // The one sleep of these tests: its length is what is being tried.
        Thread.sleep(random.nextInt(LONGEST_LIFE_MS));
        daemon.kill();
        compare(round, daemon.log());
    }

    private List<Processes.Found> alive() throws IOException {
        List<Processes.Found> all = new ArrayList<>();
        for (String mark : marks.values()) {
            all.addAll(Processes.with("MARK", mark));
        }
        return all;
    }

    private void check(String when, List<Processes.Found> survivors) {
        if (!survivors.isEmpty()) {
            faults.add("survivors " + when + ": " + survivors);
        }
    }

    /** A line in the log follows the commit: what it says must be found. */
    private void compare(int round, String log) throws Exception {
        Path database = folder.resolve("data/runwisp.db");
        if (!Files.exists(database) || Files.size(database) == 0) {
            return;
        }
        Map<String, String> rows = new HashMap<>();
        for (String row : new Rows(folder.resolve("data")).of("SELECT id, end_reason, exit_code FROM runs")) {
            rows.put(row.substring(0, row.indexOf(' ')), row.substring(row.indexOf(' ') + 1));
        }
        for (Matcher started = STARTED.matcher(log); started.find();) {
            recorded++;
            if (!rows.containsKey(started.group(1))) {
                faults.add("round " + round + ": the row of a started run is lost: " + started.group());
            }
        }
        for (Matcher ended = ENDED.matcher(log); ended.find();) {
            recorded++;
            if (!(ended.group(2) + " " + ended.group(3)).equals(rows.get(ended.group(1)))) {
                faults.add("round " + round + ": «" + ended.group() + "» became " + rows.get(ended.group(1)));
            }
        }
    }

    @Override
    public void close() throws IOException {
        alive().forEach(process -> ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly));
    }
}
