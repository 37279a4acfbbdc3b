package io.runwisp.bench;

import io.runwisp.api.sse.StreamsBench;
import io.runwisp.bench.supervision.CommandsBench;
import io.runwisp.bench.supervision.CrashBench;
import io.runwisp.bench.supervision.FloodBench;
import io.runwisp.bench.supervision.FootprintBench;
import io.runwisp.bench.supervision.RestartsBench;
import io.runwisp.bench.supervision.RunsBench;
import io.runwisp.bench.supervision.SlotsBench;
import io.runwisp.bench.supervision.StopBench;
import io.runwisp.output.CaptureBench;
import io.runwisp.output.read.PagesBench;
import io.runwisp.output.read.search.SearchBench;
import io.runwisp.store.ListsBench;
import io.runwisp.store.RowsBench;
import io.runwisp.web.DashboardBench;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The register of all benches, and the program that runs those that are named. Without a name it lists them. */
public final class Benches {

    /** Every bench there is. A new one is added here and nowhere else. */
    static final List<Bench> ALL = List.of(new RowsBench(), new ListsBench(), new CaptureBench(), new PagesBench(),
            new SearchBench(), new RestartsBench(), new SlotsBench(), new RunsBench(), new StopBench(),
            new FootprintBench(), new CrashBench(), new FloodBench(), new StreamsBench(), new DashboardBench(),
            new CommandsBench());

    private static final int GOOD = 0;
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private Benches() {
    }

    /** {@code Benches SCRATCH NAME…} measures, {@code Benches --programs NAME…} prints what has to be installed. */
    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        if (words.size() < 2) {
            System.out.print(list());
            return;
        }
        List<Bench> chosen = new ArrayList<>();
        for (String name : words.subList(1, words.size())) {
            List<Bench> named = named(name);
            if (named.isEmpty()) {
                System.err.print("There is no bench «" + name + "». There are:\n" + list());
                System.exit(USAGE);
            }
            chosen.addAll(named);
        }
        if (words.getFirst().equals("--programs")) {
            chosen.stream()
                .flatMap(bench -> bench.programs().stream())
                .distinct()
                .forEach(program -> System.out
                    .println(program.command() + " " + program.source() + " " + program.packageName()));
            return;
        }
        System.exit(run(Path.of(words.getFirst()).toRealPath(), chosen) ? GOOD : FAILED);
    }

    static List<Bench> named(String name) {
        return name.equals("all") ? ALL : ALL.stream().filter(bench -> bench.name().equals(name)).toList();
    }

    static String list() {
        StringBuilder list = new StringBuilder();
        ALL.forEach(bench -> list.append(String.format("  %-12s %s%n", bench.name(), bench.purpose())));
        return list.toString();
    }

    private static boolean run(Path scratch, List<Bench> chosen) throws Exception {
        boolean kept = true;
        for (Bench bench : chosen) {
            Path place = Files.createTempDirectory(scratch, bench.name() + "-");
            Figures figures = new Figures();
            System.out.printf("%n%s: %s%n%n", bench.name(), bench.purpose());
            try {
                bench.measure(place, figures);
            } finally {
                remove(place);
            }
            System.out.print(figures.table());
            kept &= figures.areKept();
        }
        return kept;
    }

    private static void remove(Path place) throws IOException {
        try (Stream<Path> all = Files.walk(place)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
