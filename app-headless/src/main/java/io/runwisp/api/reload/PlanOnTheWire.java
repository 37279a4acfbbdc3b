package io.runwisp.api.reload;

import io.runwisp.engine.ReloadPlan;
import io.runwisp.wire.daemon.ChangedUnit;
import io.runwisp.wire.daemon.DroppedRuns;
import io.runwisp.wire.daemon.NextRuns;
import io.runwisp.wire.daemon.ReloadResult;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A plan in the words of the API. */
final class PlanOnTheWire {

    private PlanOnTheWire() {
    }

    static ReloadResult of(ReloadPlan plan, boolean applied, Map<String, List<String>> keys, List<String> needsRestart,
            List<String> stale, List<String> warnings) {
        return new ReloadResult(applied, plan.added(), plan.removed(),
                plan.changed()
                    .stream()
                    .map(change -> new ChangedUnit(change.name(),
                            keys.getOrDefault(change.name(), List.of("min_free_space")),
                            change.effect().name().toLowerCase(Locale.ROOT)))
                    .toList(),
                plan.restarts(),
                plan.dropped()
                    .stream()
                    .map(dropped -> new DroppedRuns(dropped.task(), dropped.retries() ? "retry" : "queued",
                            dropped.count()))
                    .toList(),
                plan.next().stream().map(next -> new NextRuns(next.task(), next.before(), next.after())).toList(),
                needsRestart, stale, warnings);
    }
}
