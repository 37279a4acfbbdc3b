package io.runwisp.config.language;

import static io.runwisp.config.language.Table.HEALTH_CHECK;
import static io.runwisp.config.language.Table.SERVICE;
import static io.runwisp.config.language.Table.TASK;

import io.runwisp.model.LogFullPolicy;
import io.runwisp.model.OverlapPolicy;
import io.runwisp.model.RestartPolicy;
import io.runwisp.model.StopSignal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The keys that tasks and services share, and through inheritance {@code [defaults]}. */
public final class UnitKeys {

    static final Keys ALL = new Keys();

    public static final Key<String> RUN = ALL.key("run", Types.NON_BLANK, "Script of the unit, given to the shell.")
        .requiredOn(TASK, SERVICE)
        .literal()
        .reload(Reload.RECYCLE)
        .soughtAs("command", "cmd", "exec", "ExecStart", "script", "program", "shell_command");
    public static final Key<String> DESCRIPTION = ALL
        .key("description", Types.TEXT, "What it is for, in the operator's words.")
        .on(TASK, SERVICE)
        .byDefault("")
        .soughtAs("desc", "comment", "title");
    public static final Key<String> GROUP = ALL
        .key("group", Types.TEXT, "Heading under which front-ends list it; nothing else depends on it.")
        .on(TASK, SERVICE)
        .byDefault(TASK, "Tasks", "")
        .byDefault(SERVICE, "Services", "`Tasks` or `Services`");
    public static final Key<Boolean> API_TRIGGER = ALL
        .key("api_trigger", Types.TRUTH, "Whether people and the API may start it; stopping is always allowed.")
        .on(TASK, SERVICE)
        .byDefault(true)
        .alias("manual_trigger");
    public static final Key<List<Settings>> HOOK_TOKENS = ALL
        .key("hook_tokens",
                TableTypes.tables(Table.HOOK_TOKEN, "a list of strings, or of { token = \"…\", allow = [\"run\"] }",
                        "token"),
                "Tokens of inbound web hooks for this unit only, each of at least 32 characters.")
        .on(TASK, SERVICE)
        .secret();
    public static final Key<Integer> PARALLELISM = ALL
        .key("parallelism", Numbers.between(1, 1024), "How many runs may be in flight before on_overlap decides.")
        .on(TASK, SERVICE)
        .byDefault(1)
        .alias("max_concurrent")
        .soughtAs("concurrency", "max_parallel");
    public static final Key<OverlapPolicy> ON_OVERLAP = ALL
        .key("on_overlap", Types.oneOf(OverlapPolicy.class, Map.of("kill", "terminate")),
                "What happens to a firing while parallelism is used up.")
        .on(TASK, SERVICE)
        .byDefault(TASK, OverlapPolicy.QUEUE, "")
        .byDefault(SERVICE, OverlapPolicy.SKIP, "\"queue\" for tasks, \"skip\" for services")
        .insteadOn(Table.DEFAULTS, "it is decided unit by unit")
        .soughtAs("concurrency_policy", "overlap");
    public static final Key<Duration> TIMEOUT = ALL
        .key("timeout", Numbers.DURATION, "Time limit of one attempt; `0s` is no limit.")
        .on(TASK, SERVICE)
        .byDefaultOn(HEALTH_CHECK, Duration.ofSeconds(5))
        .inheritedBy(TASK)
        .defaultText("none")
        .soughtAs("max_runtime", "time_limit");
    public static final Key<RestartPolicy> RESTART = ALL
        .key("restart", Types.oneOf(RestartPolicy.class, Map.of()),
                "When an ended unit is started again: `never` or `on_failure` for tasks, all three for services.")
        .on(TASK, SERVICE)
        .byDefault(TASK, RestartPolicy.NEVER, "")
        .byDefault(SERVICE, RestartPolicy.ALWAYS, "\"never\" for tasks, \"always\" for services")
        .soughtAs("restart_policy", "KeepAlive")
        .soughtAs("autorestart", "services are always restarted; restart = \"on_failure\" or \"never\" changes that");
    public static final Key<Duration> GRACEFUL_STOP = ALL
        .key("graceful_stop", Numbers.DURATION, "Time between the stop signal and SIGKILL; `0s` kills at once.")
        .on(TASK, SERVICE)
        .byDefault(Duration.ofSeconds(5))
        .inheritedBy(TASK, SERVICE)
        .soughtAs("stopwaitsecs", "kill_timeout", "TimeoutStopSec", "stop_timeout", "stop_grace_period");
    public static final Key<StopSignal> STOP_SIGNAL = ALL
        .key("stop_signal", ValueTypes.STOP_SIGNAL, "First signal of a stop, sent to the whole process group.")
        .on(TASK, SERVICE)
        .byDefault(StopSignal.SIGTERM)
        .inheritedBy(TASK, SERVICE)
        .soughtAs("stopsignal", "KillSignal", "kill_signal");
    public static final Key<List<String>> FAILURES = ALL
        .key("failures",
                Types.listOf(Types.NON_BLANK,
                        "a list of strings: end reasons such as \"failed\", exit codes, \"output:…\" patterns, or +/- changes"),
                "Which ends count as failure.")
        .on(TASK, SERVICE, HEALTH_CHECK)
        .inheritedBy(TASK, SERVICE, HEALTH_CHECK)
        .defaultText("failed, timeout, crashed, log_overflow, start_failed, unhealthy, missed");
    public static final Key<Long> LOG_MAX_SIZE = ALL
        .key("log_max_size", Numbers.size(false), "Cap of the log of one run.")
        .on(TASK, SERVICE)
        .byDefault(100L << 20)
        .inheritedBy(TASK, SERVICE)
        .gone("unlimited", "omit the key for the default, or write a large size such as \"10gb\"");
    public static final Key<LogFullPolicy> LOG_ON_FULL = ALL
        .key("log_on_full", Types.oneOf(LogFullPolicy.class, Map.of("kill", "kill_task")),
                "What happens when that cap is reached.")
        .on(TASK, SERVICE)
        .byDefault(LogFullPolicy.DROP_OLD)
        .inheritedBy(TASK, SERVICE);
    public static final Key<Integer> KEEP_RUNS = ALL
        .key("keep_runs", Numbers.between(0, 1_000_000), "How many ended runs are kept; 0 keeps none.")
        .on(TASK, SERVICE)
        .inheritedBy(TASK, SERVICE)
        .defaultText("no cap")
        .gone("unlimited", "omit the key for no cap")
        .gone("-1", "omit the key for no cap")
        .soughtAs("history", "keep");
    public static final Key<Duration> KEEP_FOR = ALL
        .key("keep_for", Numbers.duration(Duration.ofNanos(1), Duration.ofDays(36_500)),
                "How long ended runs are kept; with keep_runs the stricter one wins.")
        .on(TASK, SERVICE)
        .inheritedBy(TASK, SERVICE)
        .defaultText("no limit")
        .gone("unlimited", "omit the key for no limit")
        .soughtAs("retention");
    public static final Key<String> WORKING_DIR = ALL
        .key("working_dir", new PathType(true), "Directory in which it runs, relative to this file.")
        .on(TASK, SERVICE, HEALTH_CHECK)
        .defaultText("that of the daemon")
        .reload(Reload.RECYCLE)
        .soughtAs("cwd", "directory", "workdir", "WorkingDirectory", "chdir");
    public static final Key<String> SHELL = ALL
        .key("shell", ValueTypes.ABSOLUTE_PATH, "Shell that runs the script, with -e where it knows that.")
        .on(TASK, SERVICE)
        .byDefault("/bin/sh")
        .inheritedBy(TASK, SERVICE)
        .on(HEALTH_CHECK)
        .reload(Reload.RECYCLE);
    public static final Key<String> UMASK = ALL
        .key("umask", ValueTypes.UMASK, "File mode mask of the process.")
        .on(TASK, SERVICE, HEALTH_CHECK)
        .defaultText("that of the daemon")
        .reload(Reload.RECYCLE);
    public static final Key<EnvironmentBase> ENV_BASE = ALL
        .key("env_base", Types.oneOf(EnvironmentBase.class, Map.of()),
                "Whether it starts from the daemon's environment or from a minimal one.")
        .on(TASK, SERVICE)
        .byDefault(EnvironmentBase.INHERIT)
        .on(HEALTH_CHECK)
        .reload(Reload.RECYCLE);
    public static final Key<String> USER = ALL
        .key("user", ValueTypes.USER, "Account it runs as; needs a daemon that runs as root.")
        .on(TASK, SERVICE, HEALTH_CHECK)
        .defaultText("that of the daemon")
        .reload(Reload.RECYCLE)
        .soughtAs("User", "run_as", "uid");
    public static final Key<Map<String, String>> ENV = ALL
        .key("env", new Types.TextMap("a table of strings, such as { LANG = \"C\" }", false),
                "Environment variables, over those of [defaults].")
        .on(TASK, SERVICE, HEALTH_CHECK)
        .on(Table.DEFAULTS)
        .reload(Reload.RECYCLE)
        .soughtAs("environment", "Environment");
    public static final Key<Map<String, String>> SECRETS = ALL
        .key("secrets", new Types.TextMap("a table of strings, such as { TOKEN = \"${file:token}\" }", true),
                "Environment variables whose values are shown nowhere and cut from captured output.")
        .on(TASK, SERVICE, HEALTH_CHECK)
        .on(Table.DEFAULTS)
        .secret()
        .reload(Reload.RECYCLE);
    public static final Key<String> ENV_FILE = ALL
        .key("env_file", new PathType(false), "Dotenv file under env.")
        .on(TASK, SERVICE, HEALTH_CHECK)
        .on(Table.DEFAULTS)
        .reload(Reload.RECYCLE)
        .soughtAs("EnvironmentFile", "envfile", "dotenv");
    public static final Key<String> SECRETS_FILE = ALL
        .key("secrets_file", new PathType(false), "Dotenv file under secrets.")
        .on(TASK, SERVICE, HEALTH_CHECK)
        .on(Table.DEFAULTS)
        .reload(Reload.RECYCLE);
    public static final Key<List<String>> NOTIFY_ON_FAILURE = ALL
        .key("notify_on_failure", ValueTypes.TARGETS, "Who hears of failures of this unit.")
        .on(TASK, SERVICE)
        .alias("notify")
        .soughtAs("on_failure", "alert");
    public static final Key<List<String>> NOTIFY_ON_SUCCESS = ALL
        .key("notify_on_success", ValueTypes.TARGETS, "Who hears of its successes.")
        .on(TASK, SERVICE);
    public static final Key<String> PING = ALL
        .key("ping", ValueTypes.WEB_ADDRESS,
                "Address of a dead man's switch: told of start, success and failure of each run.")
        .on(TASK, SERVICE)
        .secret()
        .soughtAs("healthchecks", "heartbeat", "ping_url");

    static {
        String compose = "containers are not started by this product";
        String composeRemedy = "write the docker compose command in run";
        ALL.refuse("compose_file", compose, composeRemedy, TASK, SERVICE, HEALTH_CHECK)
            .refuse("compose_service", compose, composeRemedy, TASK, SERVICE, HEALTH_CHECK)
            .refuse("compose_mode", compose, composeRemedy, TASK, SERVICE, HEALTH_CHECK)
            .refuse("sdk", "there is no SDK", "write the command in run", TASK, SERVICE)
            .refuse("exit_codes", "it is called failures now",
                    "list what fails, such as failures = [\"failed\", \"3-9\"]",
                    TASK, SERVICE, Table.DEFAULTS)
            .refuse("treat_missed_as_failure", "it is called failures now",
                    "write failures = [\"-missed\"] or leave it out",
                    TASK, SERVICE, Table.DEFAULTS)
            .refuse("notify_on_missed", "it is called failures now", "write failures = [\"-missed\"] or leave it out",
                    TASK, SERVICE, Table.DEFAULTS);
    }

    private UnitKeys() {
    }
}
