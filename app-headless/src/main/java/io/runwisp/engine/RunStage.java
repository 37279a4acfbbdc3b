package io.runwisp.engine;

import io.runwisp.model.RunEnd;
import io.runwisp.model.StopCause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How far a run has come, in the eyes of the engine. */
sealed interface RunStage {

    /** Its row is on the way to the disk. */
    record Creating() implements RunStage {
    }

    /**
     * Its process is being started behind its gate while its row is still on the way to the disk.
     *
     * @param told what was told of the process meanwhile: it counts when the row is on the disk
     */
    record Ahead(List<Told> told) implements RunStage {

        public Ahead {
            told = List.copyOf(told);
        }

        /** The same, and this was told. */
        Ahead and(ProcessReport report, Moment at) {
            return new Ahead(Stream.concat(told.stream(), Stream.of(new Told(report, at))).toList());
        }
    }

    /** What was told of a process, and when. */
    record Told(ProcessReport report, Moment at) {
    }

    /** Its row could not be written, so there is no such run; what was started for it behind its gate is being ended. */
    record Unmade() implements RunStage {
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
