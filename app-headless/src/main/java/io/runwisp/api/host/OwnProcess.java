package io.runwisp.api.host;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** What the daemon itself takes of the machine. */
public final class OwnProcess {

    private static final Path STATUS = Path.of("/proc/self/status");

    /**
     * What it took so far.
     *
     * @param cpu processor time
     * @param residentBytes memory, now
     */
    public record Reading(Duration cpu, long residentBytes, Instant startedAt) {
    }

    /** Reads it. */
    public Reading read() {
        ProcessHandle.Info info = ProcessHandle.current().info();
        return new Reading(info.totalCpuDuration().orElse(Duration.ZERO),
                1024 * ProcFiles.kilobytes(ProcFiles.beginning(STATUS), "VmRSS:"),
                info.startInstant().orElse(Instant.EPOCH));
    }
}
