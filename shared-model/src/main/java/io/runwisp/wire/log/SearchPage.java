package io.runwisp.wire.log;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search has found, newest run first, within a run from its first line on.
 *
 * @param nextCursor where to go on
 * @param exhausted whether nothing is left to search
 */
public record SearchPage(List<SearchHit> hits, @Nullable String nextCursor, boolean exhausted, int scannedRuns) {

    public SearchPage {
        hits = List.copyOf(hits);
    }
}
