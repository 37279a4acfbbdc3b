package io.runwisp.daemon.life;

import io.runwisp.daemon.boot.Held;
import io.runwisp.daemon.log.DaemonLog;
import io.runwisp.engine.Engine;
import io.runwisp.engine.EngineCore;
import io.runwisp.engine.EngineEffect.CommandResult;
import io.runwisp.engine.EngineMessage;
import io.runwisp.engine.EnginePorts;
import io.runwisp.engine.EngineRules;
import io.runwisp.engine.OutputSink;
import io.runwisp.engine.RunJournal;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.RunJournalSnapshot;
import io.runwisp.engine.definition.UnitDefinition;
import io.runwisp.event.JsonEventText;
import io.runwisp.model.UlidSequence;
import io.runwisp.process.NativeProcessLauncher;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/** An engine with its thread and the processes that it starts. */
final class Machinery implements Held {

    private final Engine engine;
    private final NativeProcessLauncher launcher;

    /**
     * What it is made of.
     *
     * @param committed told what is on the disk
     * @param retention called when old runs are to go
     * @param news told which units may look different now
     */
    record Parts(EngineRules rules, List<UnitDefinition> units, RunJournal journal, OutputSink sink, Clocks clocks,
            DaemonLog log, Consumer<List<RunJournalChange>> committed, Runnable retention,
            Consumer<Set<String>> news) {
    }

    Machinery(Parts parts) {
        DaemonLog log = parts.log();
        launcher = new NativeProcessLauncher(parts.sink(), parts.clocks().monotonic(), this::tell,
                fault -> log.error("a thread that looks after processes ran into a fault of its own and goes on: "
                        + fault));
        UlidSequence ids = new UlidSequence(() -> parts.clocks().wall().now().toEpochMilli(), new SecureRandom());
        EngineCore core = new EngineCore(parts.rules(), parts.units(), ids::next, new JsonEventText());
        engine = new Engine(core,
                new EnginePorts(new WatchedJournal(parts.journal(), parts.committed()), launcher,
                        parts.clocks().wall(), parts.clocks().monotonic(),
                        line -> log.line(line.level(), line.text()), parts.retention(), parts.news()));
    }

    /** Begins; from here on runs are started. */
    void begin(RunJournalSnapshot past) {
        engine.start(past, MachineStart.id());
    }

    /** Tells the engine something. */
    void tell(EngineMessage message) {
        engine.tell(message);
    }

    /** Asks the engine for something. */
    CompletableFuture<CommandResult> ask(LongFunction<EngineMessage.Request> question) {
        return engine.ask(question);
    }

    /** How long ago the engine began its latest turn. */
    Duration sinceTurn() {
        return engine.sinceTurn();
    }

    /** How often the engine had a fault of its own. */
    long faults() {
        return engine.faults();
    }

    /** Completes when everything has ended. */
    CompletableFuture<Void> finished() {
        return engine.finished();
    }

    /** Ends the threads of the processes; what still runs goes on. */
    @Override
    public void close() {
        launcher.close();
    }
}
