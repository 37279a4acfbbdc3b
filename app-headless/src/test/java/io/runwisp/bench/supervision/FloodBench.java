package io.runwisp.bench.supervision;

import io.runwisp.bench.Bench;
import io.runwisp.bench.Figures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a service that prints 200 MB at once costs its supervisor, until all of it is on disk. */
public final class FloodBench implements Bench {

    private static final long BYTES = 200_000_000;
    private static final int ROUNDS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final double MICROS_PER_MILLI = 1000;
    private static final double KIB_PER_MIB = 1024;
    private static final double PROMISED_MILLIS = BYTES / 150_000.0;

    @Override
    public String name() {
        return "flood";
    }

    @Override
    public String purpose() {
        return "time until 200 MB of lines of one service are on disk, processor time and memory of the supervisor, beside supervisord, PM2 and a plain file";
    }

    @Override
    public List<Program> programs() {
        return Turns.programs();
    }

    private record Flood(double millis, double cpuMillis, double grownMib) {
    }

    @Override
    public void measure(Path scratch, Figures figures) throws Exception {
        Map<String, Samples> time = new LinkedHashMap<>();
        Map<String, Samples> cpu = new LinkedHashMap<>();
        Map<String, Samples> grown = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            Turns.samples(time, "").add(plain(Children.in(scratch.resolve("plain-" + round))));
            for (Contender contender : Turns.SUPERVISORS) {
                Children children = Children.in(scratch.resolve(contender.name() + "-" + round));
                Turns.tried(figures, contender, () -> {
                    Flood flood = flood(contender, children);
                    Turns.samples(time, contender.name()).add(flood.millis());
                    Turns.samples(cpu, contender.name()).add(flood.cpuMillis());
                    Turns.samples(grown, contender.name()).add(flood.grownMib());
                });
            }
        }
        figures.baseline("plain file: all on disk, median", Turns.samples(time, "").median(), "ms");
        time.remove("");
        time.forEach((who, samples) -> {
            if (who.equals(new RunWisp().name())) {
                figures.atMost(PROMISED_MILLIS, who + ": all on disk, median", samples.median(), "ms");
            } else {
                figures.add(who + ": all on disk, median", samples.median(), "ms");
            }
        });
        cpu.forEach(
                (who, samples) -> figures.beside(who + ": processor time of the supervisor, median", samples.median(),
                        "ms cpu"));
        grown.forEach(
                (who, samples) -> figures.beside(who + ": most that resident memory grew", Math.max(1, samples.max()),
                        "MB"));
    }

    private static double plain(Children children) throws IOException {
        try (Family family = new Family()) {
            Path script = children.flooding(BYTES).script();
            family.start(children.place(), Map.of(), List.of("bash", script.toString()));
            return millis(children);
        }
    }

    private static Flood flood(Contender contender, Children children) throws IOException, InterruptedException {
        try (Family family = new Family()) {
            Service service = children.flooding(BYTES);
            Path go = children.place().resolve("go");
            Files.writeString(service.script(),
                    "until [ -e '" + go + "' ]; do sleep 0.05; done\n" + Files.readString(service.script()));
            LinuxProcess daemon = contender.start(family, children.place(), List.of(service));
            Wait.pause(Duration.ofSeconds(3));
            long cpu = daemon.cpuMillis();
            long resident = daemon.residentKib();
            long[] most = {resident};
            Files.createFile(go);
            Wait.until("the service has printed all", PATIENCE, () -> {
                most[0] = Math.max(most[0], daemon.residentKib());
                if (!daemon.isAlive()) {
                    throw new NotMeasured("the supervisor ended; it said: " + children.said());
                }
                return children.marks().all().size() >= 2 && onDisk(children.place()) >= BYTES;
            });
            double millis = (Marks.now() - children.marks().all().getFirst().micros()) / MICROS_PER_MILLI;
            return new Flood(millis, daemon.cpuMillis() - cpu, (most[0] - resident) / KIB_PER_MIB);
        }
    }

    private static double millis(Children children) {
        List<Marks.Mark> marks = children.marks().await(2, PATIENCE);
        return (marks.get(1).micros() - marks.getFirst().micros()) / MICROS_PER_MILLI;
    }

    private static long onDisk(Path place) {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
