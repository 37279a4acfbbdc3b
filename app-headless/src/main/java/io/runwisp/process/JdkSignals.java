package io.runwisp.process;

import io.runwisp.model.StopSignal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;

/** Sends signals with the {@code kill} of a shell. */
final class JdkSignals {

    /** Who forks faster than it can be killed is met again at the next signal. */
    private static final int MOST_ROUNDS = 20;

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

    /** To what lives of a session: all of it for a kill, the group of its leader for any other signal. */
    void session(long session, long notBefore, StopSignal signal) {
        boolean kill = signal == StopSignal.SIGKILL;
        Set<Long> signalled = new HashSet<>();
        boolean again = true;
        for (int round = 0; again && round < MOST_ROUNDS; round++) {
            again = false;
            for (ProcessStat member : table.session(session, notBefore)) {
                if ((kill || member.group() == session) && signalled.add(member.pid())) {
                    again |= send(member, signal) && kill;
                }
            }
        }
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
