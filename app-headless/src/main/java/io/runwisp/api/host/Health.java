package io.runwisp.api.host;

import io.runwisp.engine.RunJournalState;
import io.runwisp.time.ClockWatch;
import io.runwisp.wire.Problem;
import io.runwisp.wire.ProblemCode;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether the daemon does what it is there for: its engine decides, and its journal can be written.
 *
 * @param sinceTurn how long ago the engine began its latest turn
 * @param journal how the journal is
 */
public record Health(Supplier<Duration> sinceTurn, Supplier<RunJournalState> journal) {

    /** The engine begins a turn at least each {@link ClockWatch#HEARTBEAT}; a machine that is very busy may take this much longer. */
    static final Duration PATIENCE = Duration.ofSeconds(15);

    /** What is wrong, or nothing. */
    public Optional<Problem> problem() {
        Duration silent = sinceTurn.get();
        if (silent.compareTo(ClockWatch.HEARTBEAT.plus(PATIENCE)) > 0) {
            return Optional.of(Problem.of(ProblemCode.ENGINE_STUCK,
                    "The engine has shown no sign of life for " + silent.toSeconds()
                            + " s; it should each " + ClockWatch.HEARTBEAT.toSeconds()
                            + " s. Nothing is started or stopped meanwhile. Look at the log of the daemon, and restart it."));
        }
        return switch (journal.get()) {
            case RunJournalState.Stalled(String reason) -> Optional.of(stalled(reason));
            case RunJournalState.Ready _ -> Optional.empty();
            case RunJournalState.Closed _ ->
                Optional.of(Problem.of(ProblemCode.STOPPING, "The daemon is about to end, and its journal is closed."));
        };
    }

    /** The problem that the journal cannot be written. */
    public static Problem stalled(String reason) {
        return Problem.of(ProblemCode.JOURNAL_STALLED, "The journal cannot be written, so nothing new is started: "
                + reason + ". Make room on the disk of the data directory; it is tried again each second.");
    }
}
