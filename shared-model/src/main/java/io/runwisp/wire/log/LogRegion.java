package io.runwisp.wire.log;

import io.runwisp.wire.json.Required;
import io.runwisp.wire.json.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a stream shows below its last line and still redraws, such as a progress bar. Never stored.
 *
 * @param epoch grows with each picture
 * @param rows top first; none when it is gone
 * @param runId whose, in the log of a whole service
 */
public record LogRegion(@Required @Words(LineStream.class) String stream, long epoch, List<String> rows,
        @Nullable String runId) {

    public LogRegion {
        rows = List.copyOf(rows);
    }
}
