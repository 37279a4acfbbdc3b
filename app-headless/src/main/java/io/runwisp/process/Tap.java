package io.runwisp.process;

import io.runwisp.engine.OutputSink;
import io.runwisp.engine.OutputSink.Source;
import io.runwisp.engine.OutputSink.Totals;
import java.lang.foreign.MemorySegment;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The two pipes of a process on their way into its log. Everything but the constructor belongs to the output thread. One read per turn and pipe: who floods waits
 * as long as everybody else, and what is not read yet holds up the process through its pipe.
 */
final class Tap {

    /** The most that one read takes. */
    static final int CHUNK_BYTES = 256 * 1024;
    /** Who has printed as much as this before it was read is flooding: a pipe holds 64 KiB at first, and less of writes that do not fill its pages. */
    private static final int FLOOD_BYTES = 32 * 1024;
    /** What the pipe of a flood holds. The kernel gives a user of all pipes together 64 MiB, so no other pipe is widened. */
    private static final int WIDE_BYTES = 1024 * 1024;
    /** What is still read of a pipe that is closed before its end: what it holds at most. */
    private static final int LAST_READS = WIDE_BYTES / CHUNK_BYTES + 1;

    private final NativeLoop loop;
    private final MemorySegment chunk;
    private final OutputSink.Log log;
    private final Map<Source, Integer> pipes = new EnumMap<>(Source.class);
    private final Consumer<Totals> complete;
    private boolean sessionGone;
    private final Set<Source> wide = EnumSet.noneOf(Source.class);
    private boolean completed;

    /**
     * A tap.
     *
     * @param chunk where the output thread reads into
     * @param complete told once, when the pipes are at their end, the session is gone and the log is finished
     */
    Tap(NativeLoop loop, MemorySegment chunk, OutputSink.Log log, int out, int err, Consumer<Totals> complete) {
        this.loop = loop;
        this.chunk = chunk;
        this.log = log;
        this.complete = complete;
        pipes.put(Source.STDOUT, out);
        pipes.put(Source.STDERR, err);
    }

    void open() {
        pipes.forEach((source, fd) -> {
            loop.libc().doNotBlock(fd);
            loop.watch(fd, () -> read(source));
        });
    }

    void say(String text) {
        if (!completed) {
            log.say(text);
        }
    }

    /** Takes what the pipes hold and closes them, whoever else has them. */
    void close() {
        for (Source source : Source.values()) {
            long count = 1;
            for (int i = 0; i < LAST_READS && count > 0; i++) {
                count = read(source);
            }
            end(source);
        }
    }

    /** Nothing of the process lives. */
    void sessionGone() {
        sessionGone = true;
        completeIfDone();
    }

    private long read(Source source) {
        Integer fd = pipes.get(source);
        if (fd == null) {
            return 0;
        }
        long count = loop.libc().read(fd, chunk);
        if (count > 0) {
            if (count >= FLOOD_BYTES && wide.add(source)) {
                // Where the kernel refuses, the flood just takes longer.
                loop.libc().widen(fd, WIDE_BYTES);
            }
            log.take(source, chunk.asSlice(0, count).asByteBuffer());
        } else if (count != -Libc.EAGAIN && count != -Libc.EINTR) {
            end(source);
        }
        return count;
    }

    private void end(Source source) {
        Integer fd = pipes.remove(source);
        if (fd == null) {
            return;
        }
        loop.unwatch(fd);
        loop.libc().close(fd);
        try {
            log.end(source);
        } finally {
            completeIfDone();
        }
    }

    private void completeIfDone() {
        if (!sessionGone || completed || !pipes.isEmpty()) {
            return;
        }
        completed = true;
        Totals totals = new Totals(0, 0, true, false);
        try {
            totals = log.finish();
        } finally {
            complete.accept(totals);
        }
    }
}
