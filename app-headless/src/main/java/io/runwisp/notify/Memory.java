package io.runwisp.notify;

import io.runwisp.data.FileMode;
import io.runwisp.data.SafeFiles;
import io.runwisp.notify.ping.Ping;
import io.runwisp.wire.json.Required;
import io.runwisp.wire.json.WireFault;
import io.runwisp.wire.json.WireJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What outlives the daemon, in a file of the data directory.
 *
 * @param position the number of the event behind which the next life goes on
 * @param waiting what no channel has taken yet
 */
public record Memory(long position, List<Coalescer.Window> windows, List<Holds.Held> held, List<Waiting> waiting,
        List<Ping> pings) {

    /** A file that is larger was not written here: every part of it has a bound. */
    private static final int LARGEST = 64 * 1024 * 1024;

    public Memory {
        windows = List.copyOf(windows);
        held = List.copyOf(held);
        waiting = List.copyOf(waiting);
        pings = List.copyOf(pings);
    }

    /** A message that waits for its channel. */
    public record Waiting(@Required String token, @Required Alert alert) {
    }

    /** What a file holds; nothing when there is none. */
    static Optional<Memory> read(Path file) throws IOException {
        if (SafeFiles.standing(file) == SafeFiles.Standing.ABSENT) {
            return Optional.empty();
        }
        try {
            return Optional.of(WireJson.read(Memory.class, SafeFiles.read(file, LARGEST)));
        } catch (WireFault e) {
            throw new IOException("it is not what was written here: " + e.getMessage(), e);
        }
    }

    void write(Path file) throws IOException {
        SafeFiles.replace(file, WireJson.bytes(this), FileMode.SECRET);
    }
}
