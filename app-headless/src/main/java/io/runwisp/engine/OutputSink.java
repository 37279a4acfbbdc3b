package io.runwisp.engine;

import io.runwisp.model.LogFullPolicy;
import io.runwisp.model.RunId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Where the output of runs goes: one log per run. Logs may be opened from any thread; one log is fed by one thread at a time. */
public interface OutputSink {

    /** Opens the log of a run, before its process is started. What fails here is an outcome, not an exception. */
    Opening open(Order order, Listener listener);

    /**
     * A log that is wanted.
     *
     * @param unit the name of the task or service
     * @param createdAt when the run was created: its log is named by this
     * @param secrets values that must never be written, longest or shortest first
     * @param failurePatterns valid RE2 expressions; the first line of the process in which one of them is found is told at the end
     */
    record Order(RunId run, String unit, Instant createdAt, Limits limits, List<String> secrets,
            List<String> failurePatterns) {

        public Order {
            secrets = List.copyOf(secrets);
            failurePatterns = List.copyOf(failurePatterns);
        }

        /** An order without failure patterns. */
        public Order(RunId run, String unit, Instant createdAt, Limits limits, List<String> secrets) {
            this(run, unit, createdAt, limits, secrets, List.of());
        }

        @Override
        public String toString() {
            return "Order[run=" + run + ", unit=" + unit + ", createdAt=" + createdAt + ", limits=" + limits
                    + ", failurePatterns=" + failurePatterns + "]";
        }
    }

    /**
     * How much may be written.
     *
     * @param maxBytes the cap of a log; 0 for none
     * @param onFull what happens at the cap
     * @param minFreeBytes what the disk must have left; 0 for no check
     */
    record Limits(long maxBytes, LogFullPolicy onFull, long minFreeBytes) {
    }

    /** What came of opening a log. */
    sealed interface Opening permits Opened, NoSpace, Refused {
    }

    /** The log is open. */
    record Opened(Log log) implements Opening {
    }

    /** The disk has less space left than it must have. */
    record NoSpace(long freeBytes, long minFreeBytes) implements Opening {
    }

    /**
     * The log cannot be written.
     *
     * @param reason for people: what was tried, where, and what the system said
     */
    record Refused(String reason) implements Opening {
    }

    /** The two pipes of a process. */
    enum Source {
        /** Its standard output. */
        STDOUT,
        /** Its standard error output. */
        STDERR
    }

    /** An open log. No method throws because of the disk: what goes wrong is told to the listener and marked in the log. */
    interface Log {

        /** The name of its file, for the row of the run. */
        String fileName();

        /** Takes everything that remains in a chunk, as it came from a pipe; the chunk may be used again afterwards. */
        void take(Source source, ByteBuffer chunk);

        /** A pipe is at its end: what it left unfinished becomes a line. */
        void end(Source source);

        /** A line of the daemon itself; written even when output is no longer taken. */
        void say(String text);

        /** Ends both pipes where that has not happened, and closes the log. Later calls change nothing. */
        Totals finish();
    }

    /**
     * What a log came to.
     *
     * @param producedBytes what the process printed, whether it was kept or not
     * @param lines the lines that were numbered, those rotated away included
     * @param cut whether something is missing: rotated away, dropped or not writable
     * @param durable whether what was written has reached the disk
     * @param match the first line in which a failure pattern was found, when there was one
     */
    record Totals(long producedBytes, long lines, boolean cut, boolean durable, Optional<Match> match) {

        /** Totals without a failure pattern found. */
        public Totals(long producedBytes, long lines, boolean cut, boolean durable) {
            this(producedBytes, lines, cut, durable, Optional.empty());
        }
    }

    /**
     * A failure pattern was found. Lines are looked at when they are finished, redacted and without colours; those that found no place in the log, too. A line
     * of more than 64 KiB is looked at in the parts in which it is written.
     *
     * @param pattern as it was ordered
     * @param line the absolute number of the line, counted from 0; empty when it is not in the log
     * @param text the line, or its first 512 bytes
     */
    record Match(String pattern, OptionalLong line, String text) {
    }

    /** Who must know what happens to a log; called by the thread that feeds it, so it must return at once. */
    interface Listener {

        /** The cap is reached and the policy is to end the run. Told once. */
        void overflowed(RunId run);

        /** The disk has too little left, and nothing more is written. Told once. */
        void diskPressure(RunId run, long freeBytes, long minFreeBytes, boolean endRun);

        /** The log cannot be written any more; the process goes on. Told once. */
        void writeFailed(RunId run, String reason);
    }
}
