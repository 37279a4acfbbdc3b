package io.runwisp.config.language;

import static io.runwisp.config.language.Table.HEALTH_CHECK;
import static io.runwisp.config.language.Table.SERVICE;
import static io.runwisp.config.language.Table.TASK;

import io.runwisp.model.BackoffCurve;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** The keys of tasks alone: schedule, queue, retries, parameters; some of them serve the probe of a service too. */
public final class TaskKeys {

    static final Keys ALL = new Keys();

    private static final String NOT_CRON = "services are not cron-driven; a thing that runs and exits is a task";
    private static final String SERVICES_RESTART = "services restart instead of retrying; use restart_delay, "
            + "restart_backoff and restart_attempts";

    public static final Key<String> CRON = ALL
        .key("cron", Types.NON_BLANK,
                "When it fires: five fields, six with seconds first, a nickname such as @daily, or @every 5m.")
        .on(TASK)
        .byDefaultOn(HEALTH_CHECK, "@every 10s")
        .defaultText("none: started by hand only")
        .insteadOn(SERVICE, NOT_CRON)
        .soughtAs("schedule", "when", "OnCalendar", "cron_restart")
        .soughtAs("every", "write cron = \"@every 5m\"")
        .soughtAs("interval", "write cron = \"@every 5m\"")
        .soughtAs("at", "write cron = \"30 4 * * *\" for half past four");
    public static final Key<ZoneId> TIMEZONE = ALL
        .key("timezone", ValueTypes.ZONE, "Zone in which cron is read.")
        .on(TASK, HEALTH_CHECK)
        .insteadOn(SERVICE, NOT_CRON)
        .insteadOn(Table.DEFAULTS, "the zone of every cron is [scheduler] timezone")
        .defaultText("that of [scheduler]")
        .soughtAs("tz", "time_zone", "zone");
    public static final Key<CatchUp> CATCH_UP = ALL
        .key("catch_up", ValueTypes.CATCH_UP, "What to do at start with slots that passed unseen.")
        .on(TASK)
        .inheritedBy(TASK)
        .byDefault(CatchUp.LATEST)
        .insteadOn(SERVICE, NOT_CRON);
    public static final Key<Integer> MAX_CATCH_UP_RUNS = ALL
        .key("max_catch_up_runs", Numbers.between(1, 10_000), "Cap for catch_up = \"all\".")
        .on(TASK)
        .byDefault(100)
        .insteadOn(SERVICE, NOT_CRON);
    public static final Key<Duration> JITTER = ALL
        .key("jitter", Numbers.duration(Duration.ZERO, Duration.ofHours(24)),
                "How far a start may slip so that jittered starts do not coincide.")
        .on(TASK)
        .inheritedBy(TASK)
        .insteadOn(SERVICE, NOT_CRON);
    public static final Key<RunOnStart> RUN_ON_START = ALL
        .key("run_on_start", ValueTypes.RUN_ON_START, "Fire once when the daemon, or the machine, has started.")
        .on(TASK)
        .byDefault(RunOnStart.NEVER)
        .literal()
        .insteadOn(SERVICE, "services start with the daemon; see autostart")
        .soughtAs("run_at_start", "on_boot", "RunAtLoad");
    public static final Key<Integer> MAX_QUEUED = ALL
        .key("max_queued", Numbers.between(0, 10_000), "How many firings may wait; one more is recorded as queue_full.")
        .on(TASK)
        .byDefault(100)
        .alias("queue_max")
        .insteadOn(SERVICE, "services have no queue");
    public static final Key<Integer> RETRY_ATTEMPTS = ALL
        .key("retry_attempts", Numbers.between(0, 100), "How often a failed run is tried again.")
        .on(TASK)
        .byDefault(0)
        .byDefaultOn(HEALTH_CHECK, 2)
        .insteadOn(SERVICE, SERVICES_RESTART)
        .soughtAs("retries", "max_retries", "retry", "attempts", "retry_count");
    public static final Key<Duration> RETRY_DELAY = ALL
        .key("retry_delay", Numbers.DURATION, "Base wait before a retry; `0s` is at once.")
        .on(TASK, HEALTH_CHECK)
        .byDefault(Duration.ofSeconds(5))
        .insteadOn(SERVICE, SERVICES_RESTART);
    public static final Key<BackoffCurve> RETRY_BACKOFF = ALL
        .key("retry_backoff", Types.oneOf(BackoffCurve.class, Map.of()),
                "How the wait grows with each retry, up to 5 minutes.")
        .on(TASK, HEALTH_CHECK)
        .byDefault(BackoffCurve.CONSTANT)
        .gone("none", "an even wait is called \"constant\"")
        .insteadOn(SERVICE, SERVICES_RESTART);
    public static final Key<List<Settings>> PARAMS = ALL
        .key("params", TableTypes.tables(Table.PARAM, "a list of { env = \"NAME\", … }", ""),
                "Inputs that a run can be given.")
        .on(TASK)
        .insteadOn(SERVICE, "only tasks take parameters");

    private TaskKeys() {
    }
}
