package io.runwisp.engine.definition;

import io.runwisp.config.Config;
import io.runwisp.config.Unit;
import io.runwisp.config.language.CatchUp;
import io.runwisp.config.language.DaemonKeys;
import io.runwisp.config.language.ServiceKeys;
import io.runwisp.config.language.Settings;
import io.runwisp.config.language.Table;
import io.runwisp.config.language.TaskKeys;
import io.runwisp.config.language.UnitKeys;
import io.runwisp.model.BackoffCurve;
import io.runwisp.model.RestartPolicy;
import io.runwisp.model.UnitKind;
import io.runwisp.schedule.ParseResult;
import io.runwisp.schedule.Schedule;
import io.runwisp.schedule.ScheduleParser;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes what the engine works with out of a configuration: every default filled in, every text read. */
public final class Definitions {

    private static final Duration RESTART_DELAY = Objects
        .requireNonNull(ServiceKeys.RESTART_DELAY.defaultOn(Table.SERVICE));
    private static final BackoffCurve RESTART_CURVE = Objects
        .requireNonNull(ServiceKeys.RESTART_BACKOFF.defaultOn(Table.SERVICE));

    private final long minFreeBytes;

    private Definitions(Config config) {
        minFreeBytes = config.daemon().storage().value(DaemonKeys.MIN_FREE_SPACE);
    }

    /** All units, by name. */
    public static List<UnitDefinition> of(Config config) {
        Definitions definitions = new Definitions(config);
        return config.units().values().stream().map(definitions::unit).toList();
    }

    private UnitDefinition unit(Unit unit) {
        return unit.kind() == UnitKind.TASK ? task(unit) : service(unit);
    }

    private TaskDefinition task(Unit unit) {
        String cron = unit.get(TaskKeys.CRON);
        return new TaskDefinition(unit.name(), rules(unit), unit.value(UnitKeys.API_TRIGGER),
                cron == null ? null : schedule(cron), unit.zone(), catchUpRuns(unit),
                orZero(unit.get(TaskKeys.JITTER)), unit.value(TaskKeys.RUN_ON_START),
                unit.value(UnitKeys.PARALLELISM), unit.value(UnitKeys.ON_OVERLAP), unit.value(TaskKeys.MAX_QUEUED),
                retry(unit), Params.of(unit));
    }

    private static int catchUpRuns(Unit unit) {
        CatchUp catchUp = unit.value(TaskKeys.CATCH_UP);
        return switch (catchUp.mode()) {
            case SKIP -> 0;
            case LATEST -> 1;
            case ALL -> catchUp.cap() > 0 ? catchUp.cap() : unit.value(TaskKeys.MAX_CATCH_UP_RUNS);
        };
    }

    private static RetryRule retry(Unit unit) {
        return unit.value(UnitKeys.RESTART) == RestartPolicy.ON_FAILURE
                ? new RetryRule(RetryRule.UNLIMITED, new Backoff(RESTART_CURVE, RESTART_DELAY, Backoff.RESTART_CAP))
                : retry(unit.settings());
    }

    private static RetryRule retry(Settings settings) {
        return new RetryRule(settings.value(TaskKeys.RETRY_ATTEMPTS),
                new Backoff(settings.value(TaskKeys.RETRY_BACKOFF), settings.value(TaskKeys.RETRY_DELAY),
                        Backoff.RETRY_CAP));
    }

    private ServiceDefinition service(Unit unit) {
        List<String> dependsOn = unit.get(ServiceKeys.DEPENDS_ON);
        return new ServiceDefinition(unit.name(), rules(unit), unit.value(UnitKeys.API_TRIGGER),
                unit.value(ServiceKeys.INSTANCES), unit.value(UnitKeys.RESTART),
                new Backoff(unit.value(ServiceKeys.RESTART_BACKOFF), unit.value(ServiceKeys.RESTART_DELAY),
                        Backoff.RESTART_CAP),
                unit.value(ServiceKeys.BACKOFF_RESET_AFTER), unit.get(ServiceKeys.RESTART_ATTEMPTS),
                unit.value(ServiceKeys.AUTOSTART), unit.value(ServiceKeys.PRIORITY),
                dependsOn == null ? List.of() : dependsOn, probe(unit), unit.value(ServiceKeys.REPLICA_ENV));
    }

    private static @Nullable ProbeDefinition probe(Unit service) {
        Unit.HealthCheck check = service.healthCheck();
        if (check == null) {
            return null;
        }
        Settings settings = check.settings();
        return new ProbeDefinition(Commands.ofProbe(service, check), schedule(settings.value(TaskKeys.CRON)),
                check.zone(), settings.value(UnitKeys.TIMEOUT), check.failures(), retry(settings),
                Commands.secretsOf(check.environment()));
    }

    private RunRules rules(Unit unit) {
        return new RunRules(Commands.of(unit), unit.failures(), orZero(unit.get(UnitKeys.TIMEOUT)),
                unit.value(UnitKeys.GRACEFUL_STOP), unit.value(UnitKeys.STOP_SIGNAL),
                unit.value(UnitKeys.LOG_MAX_SIZE), unit.value(UnitKeys.LOG_ON_FULL), minFreeBytes,
                Commands.secretsOf(unit.environment()));
    }

    private static Schedule schedule(String text) {
        if (ScheduleParser.parse(text) instanceof ParseResult.Parsed parsed) {
            return parsed.schedule();
        }
        throw new IllegalArgumentException("\"" + text + "\" was accepted as a schedule and is none");
    }

    private static Duration orZero(@Nullable Duration wait) {
        return wait == null ? Duration.ZERO : wait;
    }
}
