package io.runwisp.api.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.runwisp.api.ground.EngineDoor;
import io.runwisp.client.ApiProblem;
import io.runwisp.engine.EngineEffect.Accepted;
import io.runwisp.engine.EngineEffect.CommandResult;
import io.runwisp.engine.EngineEffect.Reason;
import io.runwisp.engine.EngineEffect.Rejected;
import io.runwisp.engine.EngineEffect.Triggered;
import io.runwisp.engine.EngineMessage;
import io.runwisp.engine.Receipts;
import io.runwisp.engine.RunJournalChange.SaveRun;
import io.runwisp.engine.SampleRuns;
import io.runwisp.model.Run;
import io.runwisp.model.RunStart;
import io.runwisp.output.LocalLogDisk;
import io.runwisp.output.LogArea;
import io.runwisp.output.format.LogFiles;
import io.runwisp.retention.Keep;
import io.runwisp.retention.Policies;
import io.runwisp.retention.RetentionWork;
import io.runwisp.retention.Sweep;
import io.runwisp.retention.Sweeper;
import io.runwisp.retention.UndoWindow;
import io.runwisp.store.RunStore;
import io.runwisp.store.SoundStore;
import io.runwisp.time.VirtualMonotonicClock;
import io.runwisp.time.VirtualWallClock;
import io.runwisp.wire.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.function.Executable;

/** A database and logs on a real disk, with the operations on them, and an engine that does what it is told about tasks that do not begin with «service». */
final class RunsAtHand implements AutoCloseable {

    final SampleRuns samples = new SampleRuns();
    final VirtualMonotonicClock monotonic = new VirtualMonotonicClock(0);
    final VirtualWallClock wall = new VirtualWallClock(SampleRuns.BEGIN.plusSeconds(1_000_000));
    final List<EngineMessage.Request> asked = new ArrayList<>();
    final List<Sweep> sweeps = new ArrayList<>();
    final Path logs;
    final RunStore store;
    private final SoundStore sound;
    final RetentionWork retention;
    final LocalRuns runs;
    final LocalLogs texts;

    RunsAtHand(Path directory) {
        logs = directory.resolve("logs");
        sound = new SoundStore(directory);
        store = sound.store();
        LogArea area = new LogArea(logs, new LocalLogDisk());
        UndoWindow undo = new UndoWindow(store.retention().newestDeletion(), monotonic);
        retention = new RetentionWork(new Sweeper(store.retention(), area, store.journal()), undo,
                new Policies(Map.of(), Keep.ALL, 0), wall::now);
        runs = new LocalRuns(store.runs(), area,
                new BulkDeletion(store.batches(), new JournalPen(store.journal()), undo, wall, retention::deleted),
                new EngineDoor(question -> CompletableFuture.completedFuture(answer(question.apply(1)))));
        texts = new LocalLogs(store.runs(), new LogPlaces(logs), monotonic);
    }

    private CommandResult answer(EngineMessage.Request request) {
        asked.add(request);
        return switch (request) {
            case EngineMessage.StopRun(_, var run) -> new Accepted("run " + run + " is being stopped");
            case EngineMessage.TriggerTask(_, var task, _, _) when task.startsWith("service") ->
                new Rejected(Reason.WRONG_KIND, task + " is a service");
            case EngineMessage.TriggerTask(_, var task, _, _) -> new Triggered(samples.pending(task));
            default -> throw new AssertionError(request);
        };
    }

    Run save(Run run) {
        Receipts.of(store.journal(), new SaveRun(run)).sequences();
        return run;
    }

    /** The run with a log of this text. */
    Run logged(Run run, String text) {
        String name = LogFiles.name(run.origin().createdAt(), run.id(), 1);
        Path unit = logs.resolve(LogFiles.directoryName(run.taskName()));
        try {
            Files.createDirectories(unit);
            Files.writeString(unit.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return save(run.withStart(new RunStart(run.origin().createdAt(), name, null)));
    }

    Path log(Run run) {
        return logs.resolve(LogFiles.directoryName(run.taskName()))
            .resolve(LogFiles.name(run.origin().createdAt(), run.id(), 1));
    }

    List<String> events() {
        return store.events().after(0, Integer.MAX_VALUE).stream().map(event -> event.kind()).toList();
    }

    void purge() {
        retention.turn(sweeps::add);
    }

    static void refused(ProblemCode code, Executable verb) {
        assertEquals(code.word(), assertThrows(ApiProblem.class, verb).problem().code());
    }

    @Override
    public void close() {
        sound.close();
    }
}
