package io.runwisp.output;

import io.runwisp.engine.OutputSink;
import io.runwisp.output.format.LogFiles;
import io.runwisp.time.WallClock;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;

/** Logs as files: {@code <logs>/<unit>/<second>_<run>.log} and its sidecars. */
public final class FileOutputSink implements OutputSink {

    private static final int MOST_COPIES = 1000;
    /** A sweeper removes a directory for as long as it is empty: so often it may do that before the first file is in it. */
    private static final int MOST_SWEEPS = 1000;

    private final Path logs;
    private final LogDisk disk;
    private final WallClock clock;
    private final ZoneId zone;
    private final LineBus bus;
    private final LineRoom.Pool pool = new LineRoom.Pool();

    /**
     * A sink.
     *
     * @param logs the directory of all logs; its parent exists
     * @param zone for the instants in the daemon's own lines
     * @param bus where the lines can be followed
     */
    public FileOutputSink(Path logs, LogDisk disk, WallClock clock, ZoneId zone, LineBus bus) {
        this.logs = logs;
        this.disk = disk;
        this.clock = clock;
        this.zone = zone;
        this.bus = bus;
    }

    @Override
    public Opening open(Order order, Listener listener) {
        Path directory = logs.resolve(LogFiles.directoryName(order.unit()));
        try {
            disk.makeDirectory(logs);
            long minimum = order.limits().minFreeBytes();
            // Not of the directory: a sweeper removes it while it is empty.
            long free = minimum > 0 ? disk.freeBytes(logs) : 0;
            return free < minimum ? new NoSpace(free, minimum) : new Opened(create(directory, order, listener));
        } catch (IOException e) {
            return new Refused("the log of the run could not be created in " + directory + ": " + Markers.reason(e));
        }
    }

    private Log create(Path directory, Order order, Listener listener) throws IOException {
        NoSuchFileException swept = new NoSuchFileException(directory.toString());
        for (int sweep = 0; sweep <= MOST_SWEEPS; sweep++) {
            try {
                disk.makeDirectory(logs);
                disk.makeDirectory(directory);
                return createFree(directory, order, listener);
            } catch (NoSuchFileException e) {
                swept = e;
            }
        }
        throw swept;
    }

    private Log createFree(Path directory, Order order, Listener listener) throws IOException {
        for (int copy = 1; copy <= MOST_COPIES; copy++) {
            LogFiles files = LogFiles.in(directory, LogFiles.name(order.createdAt(), order.run(), copy));
            if (disk.exists(files.previousLog()) || disk.exists(files.meta())) {
                // Another log of this name, which is perhaps being rotated just now.
                continue;
            }
            try {
                Segment segment = Segment.create(disk, files, pool);
                return new RunLog(order, listener, new RunLog.Place(disk, files, pool, clock), segment,
                        new Markers(clock, zone), bus.open(order.run()));
            } catch (FileAlreadyExistsException e) {
                // The name is taken: try the next.
            }
        }
        throw new IOException("all " + MOST_COPIES + " names are taken");
    }
}
