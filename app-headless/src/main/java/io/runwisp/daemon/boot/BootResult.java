package io.runwisp.daemon.boot;

import io.runwisp.cli.ErrorMessage;
import io.runwisp.cli.ExitCode;
import io.runwisp.data.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of a start. */
public sealed interface BootResult<C, D extends BootDatabase, S extends Held> {

    /**
     * The daemon serves. Closing it gives back what the steps took: what serves, the database, the lock with its file.
     *
     * @param taken everything to give back, the last first
     */
    record Started<C, D extends BootDatabase, S extends Held>(Prepared<C, D> prepared, S serving, Held taken)
            implements
                BootResult<C, D, S>,
                AutoCloseable {

        @Override
        public void close() {
            taken.close();
        }
    }

    /**
     * Nothing was served, and everything was given back.
     *
     * @param step where it ended
     * @param refusal why, and what to do
     * @param fault what was thrown, when that is the reason
     * @param notices what earlier steps had to say
     */
    record Failed<C, D extends BootDatabase, S extends Held>(BootStep step, Refusal refusal,
            @Nullable Throwable fault, List<String> notices) implements BootResult<C, D, S> {

        public Failed {
            notices = List.copyOf(notices);
        }

        /** For the shell. */
        public int exitCode() {
            return ExitCode.FAILED;
        }

        /** For the error stream. */
        public ErrorMessage message() {
            List<String> details = new ArrayList<>();
            details.add(refusal.detail());
            details.add("The daemon did not start: it ended " + step.place() + ". Nothing was served or run.");
            return new ErrorMessage(refusal.title(), details);
        }
    }
}
