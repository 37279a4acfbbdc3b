package io.runwisp.wire.daemon;

import java.util.List;

/**
 * What a reload has done, or would do.
 *
 * @param applied whether it was done
 * @param restarts services whose running replicas are started afresh
 * @param dropped what waited and will not run
 * @param nextRuns tasks whose next slots change
 * @param needsRestart keys that differ and hold only after the daemon is started again
 * @param stale units that differ and were not asked for
 * @param warnings what the configuration is warned about
 */
public record ReloadResult(boolean applied, List<String> added, List<String> removed, List<ChangedUnit> changed,
        List<String> restarts, List<DroppedRuns> dropped, List<NextRuns> nextRuns, List<String> needsRestart,
        List<String> stale, List<String> warnings) {

    public ReloadResult {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
        restarts = List.copyOf(restarts);
        dropped = List.copyOf(dropped);
        nextRuns = List.copyOf(nextRuns);
        needsRestart = List.copyOf(needsRestart);
        stale = List.copyOf(stale);
        warnings = List.copyOf(warnings);
    }
}
