package io.runwisp.api.local;

import io.runwisp.config.Unit;
import io.runwisp.config.language.CatchUp;
import io.runwisp.config.language.ServiceKeys;
import io.runwisp.config.language.TaskKeys;
import io.runwisp.config.language.UnitKeys;
import io.runwisp.engine.ScheduleStanding;
import io.runwisp.engine.UnitPicture;
import io.runwisp.engine.definition.ParamDefinition;
import io.runwisp.engine.definition.TaskDefinition;
import io.runwisp.model.UnitKind;
import io.runwisp.schedule.EverySchedule;
import io.runwisp.schedule.Schedule;
import io.runwisp.schedule.ScheduleWords;
import io.runwisp.schedule.Slot;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.unit.ParamResponse;
import io.runwisp.wire.unit.ReplicaExit;
import io.runwisp.wire.unit.ReplicaStatus;
import io.runwisp.wire.unit.RunRules;
import io.runwisp.wire.unit.ServiceRules;
import io.runwisp.wire.unit.TaskResponse;
import io.runwisp.wire.unit.TaskRules;
import io.runwisp.wire.unit.UnitNow;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Units as the API shows them: what they are by the configuration, and what they do by the engine. Pure. */
final class UnitAnswers {

    /** A line that never runs on a clock of years: so many slots that do not run are passed over. */
    private static final int MOST_SLOTS = 100;

    private UnitAnswers() {
    }

    /**
     * One unit.
     *
     * @param last its newest run, or null
     * @param before how its replicas ended before the daemon began
     */
    static TaskResponse of(Unit unit, UnitPicture picture, @Nullable Run last, Map<Integer, ReplicaExit> before,
            Instant now) {
        boolean task = unit.kind() == UnitKind.TASK;
        return new TaskResponse(unit.name(), unit.kind().word(), unit.value(UnitKeys.GROUP),
                unit.get(UnitKeys.DESCRIPTION), unit.value(UnitKeys.API_TRIGGER), now(picture, last, before, now),
                rules(unit),
                task ? task(unit, picture) : null, task ? null : service(unit));
    }

    private static UnitNow now(UnitPicture picture, @Nullable Run last, Map<Integer, ReplicaExit> before,
            Instant now) {
        return new UnitNow(picture.state().word(), picture.stopped(),
                picture.replicas().stream().map(place -> replica(place, before.get(place.index()))).toList(),
                picture.pausedAt(), picture.queued(),
                picture.retryAt(), picture.pausedAt() == null ? next(picture, now) : null, last);
    }

    private static ReplicaStatus replica(UnitPicture.Place place, @Nullable ReplicaExit before) {
        UnitPicture.Exit exit = place.lastExit();
        return new ReplicaStatus(place.index(), place.state().word(), place.run() == null ? null : place.run().text(),
                place.since(), place.failedStarts(), place.nextStart(), exit == null
                        ? before
                        : new ReplicaExit(exit.run().text(), exit.reason().word(), exit.exitCode(), exit.at()));
    }

    private static @Nullable Instant next(UnitPicture picture, Instant now) {
        ScheduleStanding standing = picture.schedule();
        if (!(picture.definition() instanceof TaskDefinition task) || task.schedule() == null || standing == null) {
            return null;
        }
        Schedule schedule = task.schedule();
        Instant counted = standing.countedFrom();
        Instant from = counted != null && (schedule instanceof EverySchedule || counted.isAfter(now)) ? counted : now;
        for (int i = 0; i < MOST_SLOTS; i++) {
            Slot slot = schedule.next(from, task.zone());
            if (slot == null || slot.runs()) {
                return slot == null ? null : slot.at();
            }
            from = slot.at();
        }
        return null;
    }

    private static RunRules rules(Unit unit) {
        return new RunRules(unit.get(UnitKeys.TIMEOUT), unit.get(UnitKeys.GRACEFUL_STOP),
                unit.value(UnitKeys.STOP_SIGNAL).toString(), unit.value(UnitKeys.RESTART).word(),
                unit.get(UnitKeys.LOG_MAX_SIZE), unit.value(UnitKeys.LOG_ON_FULL).word(), unit.get(UnitKeys.KEEP_RUNS),
                unit.get(UnitKeys.KEEP_FOR), orNone(unit.get(UnitKeys.NOTIFY_ON_FAILURE)),
                orNone(unit.get(UnitKeys.NOTIFY_ON_SUCCESS)), unit.get(UnitKeys.USER), unit.get(UnitKeys.WORKING_DIR),
                unit.get(UnitKeys.SHELL), unit.get(UnitKeys.UMASK));
    }

    private static TaskRules task(Unit unit, UnitPicture picture) {
        String cron = unit.get(TaskKeys.CRON);
        CatchUp catchUp = unit.value(TaskKeys.CATCH_UP);
        List<ParamDefinition> params = picture.definition() instanceof TaskDefinition task ? task.params() : List.of();
        return new TaskRules(cron, cron == null ? null : unit.zone().getId(), words(picture),
                cron == null ? null : catchUp.mode().name().toLowerCase(Locale.ROOT),
                unit.get(TaskKeys.MAX_CATCH_UP_RUNS), unit.get(TaskKeys.JITTER),
                unit.value(TaskKeys.RUN_ON_START).name().toLowerCase(Locale.ROOT), unit.value(UnitKeys.PARALLELISM),
                unit.value(UnitKeys.ON_OVERLAP).word(), unit.value(TaskKeys.MAX_QUEUED),
                unit.value(TaskKeys.RETRY_ATTEMPTS), unit.get(TaskKeys.RETRY_DELAY),
                unit.value(TaskKeys.RETRY_BACKOFF).word(), params.stream().map(UnitAnswers::param).toList());
    }

    private static @Nullable String words(UnitPicture picture) {
        return picture.definition() instanceof TaskDefinition task && task.schedule() != null
                ? ScheduleWords.of(task.schedule()).orElse(null)
                : null;
    }

    private static ParamResponse param(ParamDefinition param) {
        return new ParamResponse(param.key(), param.kind().name().toLowerCase(Locale.ROOT),
                param.type().name().toLowerCase(Locale.ROOT), param.required(), param.fallback(), param.choices(),
                param.allowCustom(), param.description().isEmpty() ? null : param.description());
    }

    private static ServiceRules service(Unit unit) {
        return new ServiceRules(unit.value(ServiceKeys.INSTANCES), unit.get(ServiceKeys.RESTART_DELAY),
                unit.value(ServiceKeys.RESTART_BACKOFF).word(), unit.get(ServiceKeys.RESTART_ATTEMPTS),
                unit.get(ServiceKeys.BACKOFF_RESET_AFTER), unit.value(ServiceKeys.AUTOSTART),
                unit.value(ServiceKeys.PRIORITY), orNone(unit.get(ServiceKeys.DEPENDS_ON)), unit.healthCheck() != null);
    }

    private static List<String> orNone(@Nullable List<String> list) {
        return list == null ? List.of() : list;
    }
}
