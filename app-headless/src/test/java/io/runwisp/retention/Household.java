package io.runwisp.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.runwisp.engine.OutputSink;
import io.runwisp.engine.OutputSink.Limits;
import io.runwisp.engine.OutputSink.Log;
import io.runwisp.engine.OutputSink.Opened;
import io.runwisp.engine.OutputSinkEvents;
import io.runwisp.engine.Receipts;
import io.runwisp.engine.RunJournal;
import io.runwisp.engine.RunJournalChange.SaveRun;
import io.runwisp.engine.SampleRuns;
import io.runwisp.model.EndReason;
import io.runwisp.model.LogFullPolicy;
import io.runwisp.model.Run;
import io.runwisp.model.RunId;
import io.runwisp.model.RunStart;
import io.runwisp.output.FaultyLogDisk;
import io.runwisp.output.FileOutputSink;
import io.runwisp.output.LineBus;
import io.runwisp.output.LogArea;
import io.runwisp.output.format.LogFiles;
import io.runwisp.store.RunStore;
import io.runwisp.store.SoundStore;
import io.runwisp.time.VirtualWallClock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** A database and logs on a real disk, with runs that went together into both, a minute apart. */
final class Household implements AutoCloseable {

    static final Instant NOW = SampleRuns.BEGIN.plus(Duration.ofDays(30));

    final FaultyLogDisk disk = new FaultyLogDisk();
    final Path logs;
    final RunStore store;
    private final SoundStore sound;
    private final Path directory;
    private final SampleRuns samples = new SampleRuns();
    private final OutputSink sink;

    Household(Path directory) {
        this.directory = directory;
        logs = directory.resolve("logs");
        sound = new SoundStore(directory);
        store = sound.store();
        sink = new FileOutputSink(logs, disk, new VirtualWallClock(SampleRuns.BEGIN), ZoneId.of("UTC"), new LineBus());
    }

    /** A run that is over, with a log of about a kilobyte for each of so many. */
    Run ended(String unit, int kilobytes) {
        return save(SampleRuns.ended(written(unit, kilobytes), EndReason.SUCCESS, 0));
    }

    /** A run that is not over, with a log. */
    Run running(String unit, int kilobytes) {
        return save(written(unit, kilobytes));
    }

    /** A run that is over and never had a log. */
    Run skipped(String unit) {
        return save(SampleRuns.ended(samples.pending(unit), EndReason.SKIPPED, 0));
    }

    Run save(Run run) {
        Receipts.of(store.journal(), new SaveRun(run)).sequences();
        return run;
    }

    private Run written(String unit, int kilobytes) {
        Run run = samples.pending(unit);
        OutputSink.Order order = new OutputSink.Order(run.id(), unit, run.origin().createdAt(),
                new Limits(600 * 1024, LogFullPolicy.DROP_OLD, 0), List.of());
        Log log = assertInstanceOf(Opened.class, sink.open(order, new OutputSinkEvents())).log();
        byte[] line = ("x".repeat(1023) + "\n").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < kilobytes; i++) {
            log.take(OutputSink.Source.STDOUT, ByteBuffer.wrap(line));
        }
        log.finish();
        return run.withStart(new RunStart(run.origin().createdAt(), log.fileName(), null));
    }

    Sweeper sweeper() {
        return sweeper(store.journal());
    }

    Sweeper sweeper(RunJournal journal) {
        return new Sweeper(store.retention(), new LogArea(logs, disk), journal);
    }

    static Policies keep(int runs) {
        return new Policies(Map.of(), new Keep(OptionalInt.of(runs), Optional.empty()), 0);
    }

    static Policies keepFor(Duration age) {
        return new Policies(Map.of(), new Keep(OptionalInt.empty(), Optional.of(age)), 0);
    }

    static Policies atMost(long bytes) {
        return new Policies(Map.of(), Keep.ALL, bytes);
    }

    boolean hasRow(Run run) {
        return store.runs().findDeletedToo(run.id()).isPresent();
    }

    LogFiles files(Run run) {
        String name = Objects.requireNonNull(Objects.requireNonNull(run.start()).logFile());
        return LogFiles.in(logs.resolve(LogFiles.directoryName(run.taskName())), name);
    }

    boolean hasFiles(Run run) {
        return files(run).all().stream().anyMatch(Files::exists);
    }

    List<String> deletedEvents() {
        return store.events()
            .after(0, Integer.MAX_VALUE)
            .stream()
            .filter(event -> event.kind().equals("run.deleted"))
            .map(event -> event.payload())
            .toList();
    }

    static List<RunId> ids(Run... runs) {
        return Stream.of(runs).map(Run::id).toList();
    }

    static List<RunId> removed(Sweep sweep) {
        return sweep.removed().stream().map(Sweep.Removed::run).toList();
    }

    /** Each run has its row and its whole log, or neither a row nor a file. */
    void assertTogether(List<Run> runs) {
        for (Run run : runs) {
            assertEquals(hasRow(run), Files.exists(files(run).log()), run.toString());
            assertEquals(hasRow(run), hasFiles(run), run.toString());
        }
    }

    List<Path> unitDirectories() throws IOException {
        try (Stream<Path> found = Files.list(logs)) {
            return new ArrayList<>(found.toList());
        }
    }

    Path directory() {
        return directory;
    }

    @Override
    public void close() {
        sound.close();
    }
}
