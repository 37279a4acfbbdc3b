package io.runwisp.engine;

import io.runwisp.config.grammar.Failures;
import io.runwisp.model.EndReason;
import io.runwisp.model.RunEnd;
import io.runwisp.model.StopCause;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says what a run came to. */
final class EndReasons {

    private EndReasons() {
    }

    /**
     * What it came to.
     *
     * @param nanos when that was, by the monotonic clock
     * @param message for people, or null when the exit code says it all
     * @param mayRetry whether its unit may try again after such an end
     */
    record Verdict(RunEnd end, long nanos, @Nullable String message, boolean mayRetry) {
    }

    /** The end of a run whose process is gone. The first signal that was sent decides; without one the exit does. */
    static Verdict ofExit(RunLife life, RunStage.Exited exit, @Nullable String matched) {
        Failures failures = life.rules().failures();
        boolean match = matched != null;
        EndReason reason = reason(life, exit, failures, match);
        boolean failure = failures.isFailure(reason, exit.exitCode(), match);
        return new Verdict(
                new RunEnd(exit.at(), reason, exit.exitCode(), failure, exit.duration(), exit.usage()),
                exit.nanos(), message(life, exit, reason, matched),
                failures.isRetryable(reason, exit.exitCode(), match));
    }

    /** The end of a run that never had a process. */
    static Verdict ofNothing(RunLife life, EndReason reason, Instant at, long nanos, String message) {
        Failures failures = life.rules().failures();
        return new Verdict(
                RunEnd.without(at, reason, failures.isFailure(reason, RunEnd.NEVER_STARTED, false)),
                nanos, message, failures.isRetryable(reason, RunEnd.NEVER_STARTED, false));
    }

    private static EndReason reason(RunLife life, RunStage.Exited exit, Failures failures, boolean match) {
        if (exit.cause() != null) {
            return of(exit.cause());
        }
        boolean good = exit.exitCode() == 0 && life.fault() == null;
        return failures.settle(good ? EndReason.SUCCESS : EndReason.FAILED, match);
    }

    private static EndReason of(StopCause cause) {
        return switch (cause) {
            case TIMEOUT -> EndReason.TIMEOUT;
            case LOG_FULL -> EndReason.LOG_OVERFLOW;
            case UNHEALTHY -> EndReason.UNHEALTHY;
            case ORPHANED -> EndReason.CRASHED;
            case MANUAL, OVERLAP, RESTART, RELOAD, SHUTDOWN -> EndReason.STOPPED;
        };
    }

    private static @Nullable String message(RunLife life, RunStage.Exited exit, EndReason reason,
            @Nullable String matched) {
        if (exit.cause() != null) {
            return life.why();
        }
        if (life.fault() != null) {
            return life.fault();
        }
        if (exit.signal() != 0) {
            return "signal " + exit.signal() + " ended it, and it did not come from RunWisp";
        }
        return matched != null && reason == EndReason.FAILED ? "its output matched " + matched : null;
    }
}
