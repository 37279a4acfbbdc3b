package io.runwisp.daemon.life;

import io.runwisp.cli.ErrorMessage;
import io.runwisp.cli.ExecCommand;
import io.runwisp.cli.ExitCode;
import io.runwisp.cli.terminal.Console;
import io.runwisp.daemon.boot.HeldDirectory;
import io.runwisp.daemon.boot.OwnSteps;
import io.runwisp.daemon.boot.StepResult;
import io.runwisp.daemon.log.DaemonLog;
import io.runwisp.daemon.log.LinePrefix;
import io.runwisp.data.DataDirectory;
import io.runwisp.data.Refusal;
import io.runwisp.engine.EngineEffect.Narrate.Level;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** {@code runwisp exec}: opens what a daemon would open, and has one run run. The main thread's. */
public final class ExecLife implements ExecCommand.Life {

    private final Map<String, String> environment;
    private final Clocks clocks;
    private final Function<Path, OwnSteps> steps;
    private final Consumer<Consumer<String>> signals;
    private final Echo echo;

    /**
     * Where the output of the run goes, past every buffer.
     *
     * @param out for its output
     * @param err for its errors
     */
    public record Echo(OutputStream out, OutputStream err) {
    }

    /**
     * A run that has not begun.
     *
     * @param steps the first steps for a data directory
     * @param signals asked to tell of signals from now on
     */
    public ExecLife(Map<String, String> environment, Clocks clocks, Function<Path, OwnSteps> steps,
            Consumer<Consumer<String>> signals, Echo echo) {
        this.environment = Map.copyOf(environment);
        this.clocks = clocks;
        this.steps = steps;
        this.signals = signals;
        this.echo = echo;
    }

    @Override
    public int live(ExecCommand.Order order) {
        Directions directions = new Directions();
        signals.accept(directions::signal);
        Console console = order.invocation().console();
        console.flush();
        Verdict verdict;
        try (DaemonLog log = new DaemonLog(console.err(),
                LinePrefix.in(environment, clocks.wall(), order.config().zone()), Level.WARN)) {
            verdict = open(order, directions, log);
        }
        verdict.explain(console);
        return verdict.exitCode();
    }

    private Verdict open(ExecCommand.Order order, Directions directions, DaemonLog log) {
        OwnSteps own = steps.apply(order.data());
        return switch (own.openDirectory()) {
            case StepResult.Failed<?>(Refusal refusal) -> Verdict.refused(refusal);
            case StepResult.Done<?> _ -> {
                DataDirectory directory = new DataDirectory(order.data());
                yield switch (own.lock(directory)) {
                    case StepResult.Failed<?>(Refusal refusal) -> Verdict.refused(refusal);
                    case StepResult.Done<HeldDirectory>(var lock) -> {
                        try (lock) {
                            yield locked(own, directory, order, directions, log);
                        }
                    }
                };
            }
        };
    }

    private Verdict locked(OwnSteps own, DataDirectory directory, ExecCommand.Order order, Directions directions,
            DaemonLog log) {
        if (own.makeDatabaseFile(directory) instanceof StepResult.Failed<?>(Refusal refusal)) {
            return Verdict.refused(refusal);
        }
        return switch (StoreDatabase.open(directory, new JournalRelay(log))) {
            case StepResult.Failed<StoreDatabase>(Refusal refusal) -> Verdict.refused(refusal);
            case StepResult.Done<StoreDatabase>(StoreDatabase database) -> {
                try (database) {
                    yield new ExecRun(order, database, clocks, log, echo).run(directions);
                }
            }
        };
    }

    /** What came of it. */
    record Verdict(int exitCode, String title, List<String> details) {

        static Verdict refused(Refusal refusal) {
            return new Verdict(ExitCode.FAILED, refusal.title(), List.of(refusal.detail()));
        }

        void explain(Console console) {
            if (!title.isEmpty()) {
                new ErrorMessage(title, details).print(console.err());
            }
        }
    }
}
