package io.runwisp.output.read;

import java.util.List;
import java.util.OptionalLong;

/**
 * A stretch of a log.
 *
 * @param lines the lines, in their order
 * @param firstAvailable the number of the oldest line that is still there
 * @param totalLines the number of the line after the newest
 * @param finalized whether nothing will be added any more
 * @param nextFrom where to go on; empty when the page reaches the end of what was asked for
 */
public record LogPage(List<LogLine> lines, long firstAvailable, long totalLines, boolean finalized,
        OptionalLong nextFrom) {

    public LogPage {
        lines = List.copyOf(lines);
    }

    /** Whether lines at the beginning have been rotated away. */
    public boolean truncated() {
        return firstAvailable > 0;
    }
}
