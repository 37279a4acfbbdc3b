package io.runwisp.output;

import io.runwisp.output.format.LogStream;
import java.util.List;

/**
 * What a stream shows below its last line and may still redraw: a progress bar, an unfinished line. Never stored.
 *
 * @param stream whose it is
 * @param epoch grows with each snapshot of the stream
 * @param rows its rows, top first; none when the region is gone
 */
public record LiveRegion(LogStream stream, long epoch, List<String> rows) {

    public LiveRegion {
        rows = List.copyOf(rows);
    }
}
