package io.runwisp.wire.log;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a log.
 *
 * @param firstAvailable the number of the oldest line that is still there
 * @param totalLines the number of the line after the newest
 * @param truncated whether lines at the beginning have been rotated away
 * @param finalized whether nothing will be added any more
 * @param nextFrom where to go on, when the page ends before what was asked for does
 */
public record LogPage(List<LogLine> lines, long firstAvailable, long totalLines, boolean truncated, boolean finalized,
        @Nullable Long nextFrom) {

    public LogPage {
        lines = List.copyOf(lines);
    }
}
