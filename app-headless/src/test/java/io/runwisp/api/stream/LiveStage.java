package io.runwisp.api.stream;

import io.runwisp.engine.OutputSink;
import io.runwisp.engine.OutputSinkEvents;
import io.runwisp.engine.Receipts;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.event.JsonEventText;
import io.runwisp.model.EndReason;
import io.runwisp.model.LogFullPolicy;
import io.runwisp.model.Run;
import io.runwisp.model.RunEnd;
import io.runwisp.model.RunOrigin;
import io.runwisp.model.RunStart;
import io.runwisp.model.Trigger;
import io.runwisp.model.UlidSequence;
import io.runwisp.output.FileOutputSink;
import io.runwisp.output.LineBus;
import io.runwisp.output.LocalLogDisk;
import io.runwisp.output.format.LogFiles;
import io.runwisp.output.read.LogPage;
import io.runwisp.output.read.LogReader;
import io.runwisp.output.read.segment.LogSource;
import io.runwisp.store.RunStore;
import io.runwisp.store.SoundStore;
import io.runwisp.time.VirtualWallClock;
import io.runwisp.wire.unit.RunRules;
import io.runwisp.wire.unit.TaskResponse;
import io.runwisp.wire.unit.UnitNow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A database, logs and a hub as a daemon has them, with runs that a test lets begin, print and end. */
public final class LiveStage implements AutoCloseable {

    private static final Instant START = Instant.parse("2026-11-20T14:03:05Z");

    /** The clock of what is written. */
    public final VirtualWallClock clock = new VirtualWallClock(START);
    /** The lines of the daemon. */
    public final Lines lines = new Lines();
    private final Map<String, TaskResponse> units = new ConcurrentHashMap<>();
    private final UlidSequence ids = new UlidSequence(() -> clock.now().toEpochMilli(), new Random(5));
    private final JsonEventText texts = new JsonEventText();
    private final LineBus bus = new LineBus();
    private final Path logs;
    private final SoundStore sound;
    private final FileOutputSink sink;
    private final LiveParts parts;

    /** The daemon's own lines, of which the newest few are remembered. */
    public static final class Lines implements DaemonLines {
        private static final int KEPT = 1000;
        private final List<String> all = new ArrayList<>();
        private final List<Runnable> watching = new CopyOnWriteArrayList<>();

        /** Adds a line. */
        public void add(String line) {
            synchronized (all) {
                all.add(line);
            }
            watching.forEach(Runnable::run);
        }

        @Override
        public Stretch newest(int most) {
            synchronized (all) {
                return from(all.size() - Math.min(most, all.size()), most);
            }
        }

        @Override
        public Stretch from(long number, int most) {
            synchronized (all) {
                int first = (int) Math.max(number, all.size() - KEPT);
                int end = Math.min(all.size(), first + most);
                return new Stretch(end, all.subList(first, end));
            }
        }

        @Override
        public void watch(Runnable wake) {
            watching.add(wake);
        }

        @Override
        public void unwatch(Runnable wake) {
            watching.remove(wake);
        }
    }

    /** A run that goes on. */
    public final class Life {
        private Run run;
        private OutputSink.@Nullable Log log;

        private Life(Run run) {
            this.run = run;
        }

        /** Its id. */
        public String id() {
            return run.id().text();
        }

        /** Lets it start, with a log of this cap, 0 for none. */
        public Life start(long cap) {
            OutputSink.Order order = new OutputSink.Order(run.id(), run.taskName(), run.origin().createdAt(),
                    new OutputSink.Limits(cap, LogFullPolicy.DROP_OLD, 0), List.of());
            if (!(sink.open(order, new OutputSinkEvents()) instanceof OutputSink.Opened(var opened))) {
                throw new AssertionError("no log");
            }
            log = opened;
            run = run.withStart(new RunStart(clock.now(), opened.fileName(), null));
            save("run.started");
            return this;
        }

        /** Lets it print. */
        public Life print(String... texts) {
            for (String text : texts) {
                log().take(OutputSink.Source.STDOUT, ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8)));
            }
            return this;
        }

        /** Completes its log; the row says later that it is over. */
        public Life finishLog() {
            log().finish();
            return this;
        }

        /** Its row says that it is over. */
        public Life end() {
            run = run.withEnd(new RunEnd(clock.now(), EndReason.SUCCESS, 0, false, Duration.ofSeconds(1), null));
            save("run.completed");
            return this;
        }

        private OutputSink.Log log() {
            return Objects.requireNonNull(log, "it has not started");
        }

        private void save(String kind) {
            commit(new RunJournalChange.SaveRun(run),
                    new RunJournalChange.AppendEvent(kind, clock.now(), texts.ofRun(run, null)));
        }
    }

    /** A stage in a directory, which may have been one before. */
    public LiveStage(Path directory) {
        logs = directory.resolve("logs");
        sound = new SoundStore(directory);
        sink = new FileOutputSink(logs, new LocalLogDisk(), clock, ZoneOffset.UTC, bus);
        parts = new LiveParts(sound.hub(), new StoredLogs(sound.store().runs(), logs, bus), lines, units::get);
    }

    /** What streams are made of. */
    public LiveParts parts() {
        return parts;
    }

    /** The database. */
    public RunStore store() {
        return sound.store();
    }

    /** Makes a unit known. */
    public void unit(String name) {
        units.put(name, new TaskResponse(name, "service", "Services", null, true,
                new UnitNow("running", false, List.of(), null, 0, null, null, null), new RunRules(null, null, null,
                        null, null, null, null, null, List.of(), List.of(), null, null, null, null),
                null, null));
    }

    /** The last lines of the log of a run. */
    public LogPage page(Life life, int lines) {
        Path unit = logs.resolve(LogFiles.directoryName(life.run.taskName()));
        try {
            return new LogReader(new LogSource(LogFiles.in(unit, life.log().fileName()), true)).tail(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A run that waits. */
    public Life run(String unit, int replica) {
        clock.advance(Duration.ofMillis(10));
        Life life = new Life(Run.pending(ids.next(), unit, replica, RunOrigin.first(Trigger.API, clock.now())));
        life.save("run.created");
        return life;
    }

    /** Writes to the journal and waits for the disk. */
    public List<Long> commit(RunJournalChange... changes) {
        return Receipts.of(sound.store().journal(), changes).sequences();
    }

    /** Commits an event. */
    public long event(String kind, String payload) {
        return commit(new RunJournalChange.AppendEvent(kind, clock.now(), payload)).getFirst();
    }

    /** An event about a unit. */
    public long unitEvent(String unit, String text) {
        return event("unit.updated", texts.ofUnit(unit, text));
    }

    @Override
    public void close() {
        sound.close();
    }
}
