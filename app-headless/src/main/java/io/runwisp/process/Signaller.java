package io.runwisp.process;

import io.runwisp.model.StopSignal;

/**
 * Signals processes of which nobody here is the parent, or not any more. A process is pinned by a descriptor and looked at again before the signal, so that a
 * number which was given to somebody else in the meantime is never hit. Belongs to one thread.
 */
final class Signaller {

    private final Libc libc;
    private final ProcessTable table;

    Signaller(Libc libc, ProcessTable table) {
        this.libc = libc;
        this.table = table;
    }

    /** Whether the signal was sent: not when the process has gone, or may not be signalled. */
    boolean send(ProcessStat process, StopSignal signal) {
        int pidfd = libc.pidfdOpen((int) process.pid());
        try {
            if (table.find(process.pid()).filter(now -> now.startTicks() == process.startTicks()).isEmpty()) {
                return false;
            }
            return pidfd >= 0
                    ? libc.pidfdSendSignal(pidfd, signal.number()) == 0
                    : libc.kill((int) process.pid(), signal.number()) == 0;
        } finally {
            if (pidfd >= 0) {
                libc.close(pidfd);
            }
        }
    }
}
