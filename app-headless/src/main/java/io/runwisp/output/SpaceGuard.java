package io.runwisp.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Looks every 10 MiB, and whenever it is told to, whether the disk has as much left as it must have. */
final class SpaceGuard {

    /** How much is written from one look to the next. */
    static final long PROBE_BYTES = 10L << 20;

    private final LogDisk disk;
    private final Path directory;
    private final long minimum;
    private long unprobed;

    /** Guards the disk of a directory; a minimum of 0 is none. */
    SpaceGuard(LogDisk disk, Path directory, long minimum) {
        this.disk = disk;
        this.directory = directory;
        this.minimum = minimum;
    }

    void wrote(long bytes) {
        unprobed += bytes;
    }

    /** The next look is due now. */
    void demand() {
        unprobed = PROBE_BYTES;
    }

    /** What is left, when a look is due and it is too little. */
    OptionalLong shortage() {
        if (minimum <= 0 || unprobed < PROBE_BYTES) {
            return OptionalLong.empty();
        }
        unprobed = 0;
        try {
            long free = disk.freeBytes(directory);
            return free < minimum ? OptionalLong.of(free) : OptionalLong.empty();
        } catch (IOException e) {
            // Without an answer there is no reason to stop; a full disk shows itself when it is written to.
            return OptionalLong.empty();
        }
    }
}
