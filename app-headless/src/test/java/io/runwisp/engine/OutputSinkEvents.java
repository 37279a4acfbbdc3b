package io.runwisp.engine;

import io.runwisp.model.RunId;
import java.util.ArrayList;
import java.util.List;

/** Remembers what a sink told its listener, in words. */
public final class OutputSinkEvents implements OutputSink.Listener {

    private final List<String> events = new ArrayList<>();

    /** What was told, in its order. */
    public List<String> events() {
        return List.copyOf(events);
    }

    @Override
    public void overflowed(RunId run) {
        events.add("overflowed " + run);
    }

    @Override
    public void diskPressure(RunId run, long freeBytes, long minFreeBytes, boolean endRun) {
        events.add("diskPressure " + run + " " + freeBytes + " " + minFreeBytes + " " + endRun);
    }

    @Override
    public void writeFailed(RunId run, String reason) {
        events.add("writeFailed " + run + " " + reason);
    }
}
