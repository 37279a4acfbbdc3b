package io.runwisp.process;

import io.runwisp.model.StopSignal;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Sends signals with the {@code kill} of a shell. */
final class JdkSignals {

    private final ProcessTable table;

    JdkSignals(ProcessTable table) {
        this.table = table;
    }

    /** To a whole group. */
    void group(long group, StopSignal signal) {
        kill("-" + group, signal);
    }

    /** To one process, if it is still the same. */
    boolean send(ProcessStat process, StopSignal signal) {
        return table.find(process.pid()).filter(now -> now.startTicks() == process.startTicks()).isPresent()
                && kill(String.valueOf(process.pid()), signal);
    }

    private static boolean kill(String target, StopSignal signal) {
        try {
            return new ProcessBuilder("/bin/sh", "-c", "kill -s \"$1\" -- \"$2\"", "kill",
                    signal.name().substring("SIG".length()), target)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .onExit()
                .join()
                .exitValue() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException("signal " + signal + " could not be sent to " + target, e);
        }
    }
}
