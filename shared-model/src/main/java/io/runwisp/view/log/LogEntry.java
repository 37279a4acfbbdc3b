package io.runwisp.view.log;

import io.runwisp.wire.log.LogLine;
import org.jspecify.annotations.Nullable;

/** What a log book holds, one after the other. */
public sealed interface LogEntry {

    /** The run that it is of; null in the log of one run. */
    @Nullable
    String runId();

    /** The number of the first line that it stands for. */
    long number();

    /** The number behind the last line that it stands for. */
    long next();

    /**
     * A line.
     *
     * @param replica of which replica of a service
     */
    record Line(@Nullable String runId, int replica, LogLine line) implements LogEntry {

        @Override
        public long number() {
            return line.n();
        }

        @Override
        public long next() {
            return line.n() + 1;
        }
    }

    /** Lines that were not told. They are in the log. */
    record Gap(@Nullable String runId, long number, long count) implements LogEntry {

        @Override
        public long next() {
            return number + count;
        }
    }
}
