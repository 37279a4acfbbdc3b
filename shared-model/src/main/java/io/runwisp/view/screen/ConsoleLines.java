package io.runwisp.view.screen;

import io.runwisp.wire.json.Flat;
import io.runwisp.wire.json.Required;
import io.runwisp.wire.log.LogDone;
import io.runwisp.wire.log.LogDropped;
import io.runwisp.wire.log.LogLine;
import io.runwisp.wire.log.LogRegion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has come in a console since it was last told.
 *
 * @param slot which console
 * @param afresh whether everything that was told before is to be forgotten
 * @param lines in the order in which they came
 * @param dropped stretches that are not told and can be read from the log
 * @param firstAvailable when lines at the beginning have gone: the number of the first that is still there
 * @param regions what each stream shows below its last line and still redraws; only those that have changed
 * @param done when the log is complete
 */
public record ConsoleLines(String slot, boolean afresh, List<Line> lines, List<LogDropped> dropped,
        @Nullable Long firstAvailable, List<LogRegion> regions, @Nullable LogDone done) {

    public ConsoleLines {
        lines = List.copyOf(lines);
        dropped = List.copyOf(dropped);
        regions = List.copyOf(regions);
    }

    /**
     * A line.
     *
     * @param runId whose, in the log of a whole service
     * @param replicaIndex whose, in the log of a whole service
     */
    public record Line(@Required @Flat LogLine line, @Nullable String runId, @Nullable Integer replicaIndex) {
    }
}
