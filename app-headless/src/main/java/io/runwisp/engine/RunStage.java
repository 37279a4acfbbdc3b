package io.runwisp.engine;

import io.runwisp.model.RunEnd;
import io.runwisp.model.StopCause;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a run has come, in the eyes of the engine. */
sealed interface RunStage {

    /** Its row is on the way to the disk. */
    record Creating() implements RunStage {
    }

    /** Its row is on the disk, and it waits for its turn. */
    record Waiting() implements RunStage {
    }

    /** Its process is being started. */
    record Launching() implements RunStage {
    }

    /** Its process waits behind its gate while the row that tells of it is on the way to the disk. */
    record Gated() implements RunStage {
    }

    /**
     * It runs.
     *
     * @param since when its gate was opened
     */
    record Running(long since) implements RunStage {
    }

    /**
     * Its leader is gone, and something of it may be left.
     *
     * @param exitCode as the kernel told, or {@link RunEnd#NEVER_STARTED} when the gate was never opened
     * @param signal the signal that ended it, or 0
     * @param cause why it was signalled before it exited, or null when it was not
     * @param duration how long it ran, or null when the gate was never opened
     * @param nanos when it exited
     */
    record Exited(int exitCode, int signal, @Nullable StopCause cause, @Nullable Duration duration,
            RunEnd.@Nullable Usage usage, Instant at, long nanos) implements RunStage {
    }

    /**
     * Its end is on the way to the disk.
     *
     * @param nanos when it was over
     * @param duration how long it ran, or null when it did not
     */
    record Ending(long nanos, @Nullable Duration duration) implements RunStage {
    }
}
