package io.runwisp.api.stream;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The log of the daemon: its last lines, and then what comes. Whoever is so slow that lines are forgotten meanwhile is told how many. */
public final class DaemonLogFeed implements Feed<String> {

    /** How many lines it begins with. */
    static final int REPLAY = 100;
    private static final int AT_A_TIME = 200;

    private final Waker waker = new Waker();
    private final DaemonLines lines;
    private DaemonLines.@Nullable Stretch first;
    private long next;

    /** Begins. */
    public DaemonLogFeed(DaemonLines lines) {
        this.lines = lines;
        lines.watch(waker);
        first = lines.newest(REPLAY);
        next = first.next();
    }

    @Override
    public List<String> poll() {
        DaemonLines.Stretch begin = first;
        if (begin != null && !begin.lines().isEmpty()) {
            first = null;
            return begin.lines();
        }
        DaemonLines.Stretch stretch = lines.from(next, AT_A_TIME);
        List<String> told = new ArrayList<>();
        long forgotten = stretch.next() - stretch.lines().size() - next;
        if (forgotten > 0) {
            told.add(forgotten + " lines of this log were left out here, because they were not read fast enough");
        }
        told.addAll(stretch.lines());
        next = stretch.next();
        return told;
    }

    @Override
    public Waker waker() {
        return waker;
    }

    @Override
    public void close() {
        lines.unwatch(waker);
    }
}
