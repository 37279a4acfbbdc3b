package io.runwisp.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs a small command of the daemon's own, such as a hook or the local mailer, and waits for its end. No row knows of it. */
public interface CommandRunner {

    /**
     * Runs a command. Whatever it leaves behind in its session is killed when it has ended, when its time is over, and when the calling thread is interrupted,
     * whose flag then stays set.
     */
    Outcome run(Order order);

    /**
     * A command.
     *
     * @param words the program and its arguments
     * @param variables over those that the daemon was started with
     * @param directory where it runs; null for that of the daemon
     * @param input what it reads, in UTF-8; it need not read all of it
     * @param timeout when it is killed
     * @param mostOutput how many bytes of its output are kept: the last ones
     */
    record Order(List<String> words, Map<String, String> variables, @Nullable Path directory, String input,
            Duration timeout, int mostOutput) {

        public Order {
            words = List.copyOf(words);
            variables = Map.copyOf(variables);
        }

        /** Leaves out everything that may be secret. */
        @Override
        public String toString() {
            return "Order[" + words.getFirst() + ", timeout=" + timeout + "]";
        }
    }

    /** What became of it. */
    sealed interface Outcome {
    }

    /**
     * It has ended by itself.
     *
     * @param exitCode 128 + n when signal n ended it
     * @param output the last of what it printed, both streams as they came; bytes that are no text are replaced
     */
    record Ended(int exitCode, String output) implements Outcome {
    }

    /** It was killed because its time was over. */
    record TimedOut(String output) implements Outcome {
    }

    /** It was killed because the thread that waited for it was interrupted. */
    record Interrupted() implements Outcome {
    }

    /** There was nothing to wait for. */
    record NotStarted(String reason) implements Outcome {
    }
}
