package io.runwisp.config.language;

import static io.runwisp.config.language.Table.HEALTH_CHECK;
import static io.runwisp.config.language.Table.SERVICE;
import static io.runwisp.config.language.Table.TASK;

import io.runwisp.model.BackoffCurve;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The keys of services alone: replicas, restarts, order, health. */
public final class ServiceKeys {

    static final Keys ALL = new Keys();

    private static final String TASKS_RETRY = "tasks retry; use retry_attempts, retry_delay and retry_backoff, "
            + "or make it a service";

    public static final Key<Integer> INSTANCES = ALL
        .key("instances", Numbers.between(1, 64), "How many replicas are kept alive.")
        .on(SERVICE)
        .byDefault(1)
        .insteadOn(TASK, "tasks have parallelism; things to keep alive are services")
        .soughtAs("replicas", "numprocs", "count", "workers", "scale");
    public static final Key<Duration> RESTART_DELAY = ALL
        .key("restart_delay", Numbers.DURATION, "Base wait before a restart.")
        .on(SERVICE)
        .byDefault(Duration.ofSeconds(1))
        .inheritedBy(SERVICE)
        .insteadOn(TASK, TASKS_RETRY)
        .soughtAs("RestartSec");
    public static final Key<BackoffCurve> RESTART_BACKOFF = ALL
        .key("restart_backoff", Types.oneOf(BackoffCurve.class, Map.of()),
                "How the wait grows with each restart, up to 60 seconds.")
        .on(SERVICE)
        .byDefault(BackoffCurve.EXPONENTIAL)
        .inheritedBy(SERVICE)
        .gone("none", "an even wait is called \"constant\"")
        .insteadOn(TASK, TASKS_RETRY);
    public static final Key<Duration> BACKOFF_RESET_AFTER = ALL
        .key("backoff_reset_after", Numbers.DURATION, "Uptime after which a replica counts as stable again.")
        .on(SERVICE)
        .byDefault(Duration.ofSeconds(60))
        .inheritedBy(SERVICE)
        .alias("healthy_after")
        .insteadOn(TASK, TASKS_RETRY)
        .soughtAs("startsecs", "min_uptime");
    public static final Key<Integer> RESTART_ATTEMPTS = ALL
        .key("restart_attempts", Numbers.between(0, 100),
                "Failed starts in a row that are tolerated before it gives up.")
        .on(SERVICE)
        .inheritedBy(SERVICE)
        .alias("start_retries")
        .defaultText("none: it never gives up")
        .insteadOn(TASK, TASKS_RETRY)
        .soughtAs("startretries", "max_restarts");
    public static final Key<Boolean> AUTOSTART = ALL
        .key("autostart", Types.TRUTH, "Whether it starts with the daemon.")
        .on(SERVICE)
        .byDefault(true)
        .insteadOn(TASK, "tasks have run_on_start");
    public static final Key<Integer> PRIORITY = ALL
        .key("priority", Numbers.between(Integer.MIN_VALUE, Integer.MAX_VALUE), "Order at boot, lowest first.")
        .on(SERVICE)
        .byDefault(0)
        .reload(Reload.BOOT)
        .insteadOn(TASK, "tasks have a schedule");
    public static final Key<List<String>> DEPENDS_ON = ALL
        .key("depends_on", Types.listOf(Types.NON_BLANK, "a list of strings: service names"),
                "Services that must be up, or healthy, before it starts.")
        .on(SERVICE)
        .reload(Reload.BOOT)
        .insteadOn(TASK, "tasks do not wait for services")
        .soughtAs("after", "After", "Requires", "requires");
    public static final Key<Settings> HEALTH_CHECK_TABLE = ALL
        .key("health_check", TableTypes.table(HEALTH_CHECK, "a table, such as { run = \"curl -fs localhost:8080\" }"),
                "Command that tells whether a replica is well.")
        .on(SERVICE)
        .insteadOn(TASK, "only services are probed")
        .soughtAs("healthcheck", "readiness_probe", "liveness_probe");
    public static final Key<String> PROBE = ALL
        .key("run", Types.NON_BLANK, "Script of the probe; exit code 0 is well.")
        .requiredOn(HEALTH_CHECK)
        .literal()
        .soughtAs("command", "cmd", "test");
    public static final Key<Boolean> REPLICA_ENV = ALL
        .key("replica_env", Types.TRUTH,
                "Sets RUNWISP_REPLICA_INDEX and RUNWISP_REPLICA_COUNT, and expands {replica} in env values.")
        .on(SERVICE)
        .byDefault(false)
        .insteadOn(TASK, "tasks have no replicas");

    private ServiceKeys() {
    }
}
