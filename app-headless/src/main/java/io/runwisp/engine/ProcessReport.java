package io.runwisp.engine;

import io.runwisp.model.ProcessIdentity;
import io.runwisp.model.RunEnd;
import io.runwisp.model.RunId;
import org.jspecify.annotations.Nullable;

/**
 * What happened to the process of a run. After {@link Launched} come {@link Exited} and then {@link Cleared}, each exactly once, whatever goes wrong; after
 * {@link NotLaunched} comes nothing.
 */
public sealed interface ProcessReport extends EngineMessage {

    /** The run that it is about. */
    RunId run();

    /**
     * The process waits behind its gate.
     *
     * @param nanos since when it is there, by the monotonic clock: whoever hears of it may be late
     */
    record Launched(RunId run, ProcessIdentity process, String logFile, long nanos) implements ProcessReport {
    }

    /**
     * There is no process and there will be none.
     *
     * @param logFile the log that says so too, or null when there is none
     * @param reason for people: what was tried and what stood in the way
     */
    record NotLaunched(RunId run, @Nullable String logFile, String reason) implements ProcessReport {
    }

    /**
     * The leader has exited, and the kernel has told how.
     *
     * @param exitCode its exit code; 128 + n when signal n ended it
     * @param signal the signal that ended it, or 0
     * @param usage what it and the children that it waited for used, or null when the kernel did not tell
     */
    record Exited(RunId run, int exitCode, int signal, RunEnd.@Nullable Usage usage) implements ProcessReport {
    }

    /**
     * Nothing of the run is left: its session is empty, its pipes are at their end or were closed, its log is complete.
     *
     * @param matched the failure pattern that its output matched, or null
     */
    record Cleared(RunId run, OutputSink.Totals totals, @Nullable String matched) implements ProcessReport {

        /** The failure pattern that its output matched, whoever found it, or null. */
        @Nullable
        String pattern() {
            return matched == null ? totals.match().map(OutputSink.Match::pattern).orElse(null) : matched;
        }
    }

    /** The log is full, and the policy is to end the run. */
    record LogOverflowed(RunId run) implements ProcessReport {
    }

    /** The disk has too little left; nothing more is logged. */
    record DiskPressed(RunId run, long freeBytes, long minFreeBytes, boolean endRun) implements ProcessReport {
    }

    /** The log cannot be written any more; the process goes on. */
    record LogWriteFailed(RunId run, String reason) implements ProcessReport {
    }

    /**
     * A probe has ended.
     *
     * @param run the replica that was probed
     * @param exitCode as in {@link Exited}; -1 when it could not be started
     * @param timedOut whether its time was over
     * @param tail the last 512 bytes of what it said, secrets cut out
     */
    record Probed(RunId run, int exitCode, boolean timedOut, String tail) implements ProcessReport {
    }
}
