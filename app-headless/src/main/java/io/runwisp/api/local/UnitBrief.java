package io.runwisp.api.local;

import io.runwisp.config.Unit;
import io.runwisp.config.language.ServiceKeys;
import io.runwisp.config.language.TaskKeys;
import io.runwisp.config.language.UnitKeys;
import io.runwisp.model.UnitKind;
import io.runwisp.wire.unit.TaskBrief;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A unit in a few words. */
final class UnitBrief {

    private UnitBrief() {
    }

    static TaskBrief of(Unit unit) {
        boolean task = unit.kind() == UnitKind.TASK;
        String group = unit.value(UnitKeys.GROUP);
        String restart = unit.value(UnitKeys.RESTART).word();
        return task
                ? new TaskBrief(unit.name(), unit.value(UnitKeys.API_TRIGGER), unit.kind().word(), group,
                        unit.get(TaskKeys.CRON), catchUp(unit), restart, unit.value(UnitKeys.PARALLELISM),
                        unit.value(UnitKeys.ON_OVERLAP).word(), null)
                : new TaskBrief(unit.name(), unit.value(UnitKeys.API_TRIGGER), unit.kind().word(), group, null, null,
                        restart, null, null, unit.value(ServiceKeys.INSTANCES));
    }

    private static @Nullable String catchUp(Unit task) {
        return task.get(TaskKeys.CRON) == null
                ? null
                : task.value(TaskKeys.CATCH_UP).mode().name().toLowerCase(Locale.ROOT);
    }
}
