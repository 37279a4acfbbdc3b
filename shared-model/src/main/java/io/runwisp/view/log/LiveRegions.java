package io.runwisp.view.log;

import io.runwisp.wire.log.LogRegion;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What streams still redraw below their last lines. */
final class LiveRegions {

    /** More streams than these are not told apart on any screen. */
    private static final int MOST = 256;

    private final Map<String, LogRegion> shown = new TreeMap<>();

    /** The newest picture of a stream counts; one without rows says that it is gone. */
    void show(LogRegion region) {
        String stream = (region.runId() == null ? "" : region.runId()) + ' ' + region.stream();
        LogRegion before = shown.get(stream);
        if (before != null && before.epoch() > region.epoch()) {
            return;
        }
        if (region.rows().isEmpty()) {
            shown.remove(stream);
        } else if (before != null || shown.size() < MOST) {
            shown.put(stream, region);
        }
    }

    void clear() {
        shown.clear();
    }

    List<LogRegion> all() {
        return List.copyOf(shown.values());
    }
}
