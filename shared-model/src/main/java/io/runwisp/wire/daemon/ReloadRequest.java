package io.runwisp.wire.daemon;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the configuration is to be taken, and whether only to say what would happen.
 *
 * @param units only these units; none for everything
 * @param dryRun whether nothing is changed
 */
public record ReloadRequest(List<String> units, @Nullable Boolean dryRun) {

    public ReloadRequest {
        units = List.copyOf(units);
    }
}
