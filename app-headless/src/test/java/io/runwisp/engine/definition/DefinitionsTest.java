package io.runwisp.engine.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.config.Config;
import io.runwisp.config.Loading;
import io.runwisp.config.language.EnvironmentBase;
import io.runwisp.config.language.ParamType;
import io.runwisp.config.language.RunOnStart;
import io.runwisp.engine.EngineRules;
import io.runwisp.model.BackoffCurve;
import io.runwisp.model.EndReason;
import io.runwisp.model.LogFullPolicy;
import io.runwisp.model.OverlapPolicy;
import io.runwisp.model.RestartPolicy;
import io.runwisp.model.StopSignal;
import io.runwisp.model.UnitKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the engine is told about units, for each key that it cares for. */
class DefinitionsTest {

    @TempDir
    Path directory;

    /** A line in the table of a unit, or in another table, and what it makes of the definition. */
    record Row<U>(String lines, String what, Function<U, @Nullable Object> value, @Nullable Object expected) {

        @Override
        public String toString() {
            return (lines.isBlank() ? "nothing" : lines) + " gives " + what + " = " + expected;
        }
    }

    static Stream<Row<TaskDefinition>> tasks() {
        return Stream.of(
                row("", "schedule", TaskDefinition::schedule, null),
                row("cron = '30 2 * * *'", "schedule", task -> text(task), "30 2 * * *"),
                row("cron = '@every 5m'", "schedule", task -> text(task), "@every 5m"),
                row("", "zone", TaskDefinition::zone, ZoneId.of("Europe/Vienna")),
                row("timezone = 'Asia/Tokyo'\ncron = '@daily'", "zone", TaskDefinition::zone, ZoneId.of("Asia/Tokyo")),
                row("", "catchUpRuns", TaskDefinition::catchUpRuns, 1),
                row("catch_up = 'skip'\ncron = '@daily'", "catchUpRuns", TaskDefinition::catchUpRuns, 0),
                row("catch_up = 'all'\ncron = '@daily'", "catchUpRuns", TaskDefinition::catchUpRuns, 100),
                row("catch_up = 'all'\nmax_catch_up_runs = 7\ncron = '@daily'", "catchUpRuns",
                        TaskDefinition::catchUpRuns, 7),
                row("catch_up = 12\ncron = '@daily'", "catchUpRuns", TaskDefinition::catchUpRuns, 12),
                row("catch_up = 0\ncron = '@daily'", "catchUpRuns", TaskDefinition::catchUpRuns, 0),
                row("", "jitter", TaskDefinition::jitter, Duration.ZERO),
                row("jitter = '90s'\ncron = '@daily'", "jitter", TaskDefinition::jitter, Duration.ofSeconds(90)),
                row("cron = '@daily'\n[defaults]\njitter = '5s'", "jitter", TaskDefinition::jitter,
                        Duration.ofSeconds(5)),
                row("", "runOnStart", TaskDefinition::runOnStart, RunOnStart.NEVER),
                row("run_on_start = true", "runOnStart", TaskDefinition::runOnStart, RunOnStart.DAEMON),
                row("run_on_start = 'boot'", "runOnStart", TaskDefinition::runOnStart, RunOnStart.BOOT),
                row("", "parallelism", TaskDefinition::parallelism, 1),
                row("parallelism = 3", "parallelism", TaskDefinition::parallelism, 3),
                row("", "onOverlap", TaskDefinition::onOverlap, OverlapPolicy.QUEUE),
                row("on_overlap = 'terminate'", "onOverlap", TaskDefinition::onOverlap, OverlapPolicy.TERMINATE),
                row("", "maxQueued", TaskDefinition::maxQueued, 100),
                row("max_queued = 0", "maxQueued", TaskDefinition::maxQueued, 0),
                row("", "retry", TaskDefinition::retry, retry(0, BackoffCurve.CONSTANT, 5, Backoff.RETRY_CAP)),
                row("retry_attempts = 2\nretry_delay = '1s'\nretry_backoff = 'linear'", "retry", TaskDefinition::retry,
                        retry(2, BackoffCurve.LINEAR, 1, Backoff.RETRY_CAP)),
                row("restart = 'on_failure'", "retry", TaskDefinition::retry,
                        retry(RetryRule.UNLIMITED, BackoffCurve.EXPONENTIAL, 1, Backoff.RESTART_CAP)),
                row("", "apiTrigger", TaskDefinition::apiTrigger, true),
                row("api_trigger = false\ncron = '@daily'", "apiTrigger", TaskDefinition::apiTrigger, false),
                row("", "params", TaskDefinition::params, List.of()),
                row("", "kind", TaskDefinition::kind, UnitKind.TASK),
                row("", "timeout", task -> task.rules().timeout(), Duration.ZERO),
                row("timeout = '3m'", "timeout", task -> task.rules().timeout(), Duration.ofMinutes(3)),
                row("[defaults]\ntimeout = '4m'", "timeout", task -> task.rules().timeout(), Duration.ofMinutes(4)),
                row("timeout = '0s'\n[defaults]\ntimeout = '4m'", "timeout", task -> task.rules().timeout(),
                        Duration.ZERO));
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void aKeyOfATaskArrives(Row<TaskDefinition> row) {
        assertEquals(row.expected(), row.value().apply(task("[tasks.t]\nrun = 'x'\n" + row.lines())));
    }

    static Stream<Row<ServiceDefinition>> services() {
        return Stream.of(
                row("", "instances", ServiceDefinition::instances, 1),
                row("instances = 4", "instances", ServiceDefinition::instances, 4),
                row("", "restart", ServiceDefinition::restart, RestartPolicy.ALWAYS),
                row("restart = 'on_failure'", "restart", ServiceDefinition::restart, RestartPolicy.ON_FAILURE),
                row("", "backoff", ServiceDefinition::backoff,
                        new Backoff(BackoffCurve.EXPONENTIAL, Duration.ofSeconds(1), Backoff.RESTART_CAP)),
                row("restart_delay = '0s'\nrestart_backoff = 'constant'", "backoff", ServiceDefinition::backoff,
                        new Backoff(BackoffCurve.CONSTANT, Duration.ZERO, Backoff.RESTART_CAP)),
                row("[defaults]\nrestart_delay = '9s'", "backoff", ServiceDefinition::backoff,
                        new Backoff(BackoffCurve.EXPONENTIAL, Duration.ofSeconds(9), Backoff.RESTART_CAP)),
                row("", "stableAfter", ServiceDefinition::stableAfter, Duration.ofSeconds(60)),
                row("backoff_reset_after = '5s'", "stableAfter", ServiceDefinition::stableAfter,
                        Duration.ofSeconds(5)),
                row("", "restartAttempts", ServiceDefinition::restartAttempts, null),
                row("restart_attempts = 0", "restartAttempts", ServiceDefinition::restartAttempts, 0),
                row("", "autostart", ServiceDefinition::autostart, true),
                row("autostart = false", "autostart", ServiceDefinition::autostart, false),
                row("priority = -3", "priority", ServiceDefinition::priority, -3),
                row("", "dependsOn", ServiceDefinition::dependsOn, List.of()),
                row("depends_on = ['db']\n[services.db]\nrun = 'y'", "dependsOn", ServiceDefinition::dependsOn,
                        List.of("db")),
                row("", "probe", ServiceDefinition::probe, null),
                row("replica_env = true", "replicaEnv", ServiceDefinition::replicaEnv, true),
                row("", "kind", ServiceDefinition::kind, UnitKind.SERVICE),
                row("[defaults]\ntimeout = '4m'", "timeout", service -> service.rules().timeout(), Duration.ZERO),
                row("timeout = '2h'", "timeout", service -> service.rules().timeout(), Duration.ofHours(2)));
    }

    @ParameterizedTest
    @MethodSource("services")
    void aKeyOfAServiceArrives(Row<ServiceDefinition> row) {
        assertEquals(row.expected(), row.value().apply(service("[services.t]\nrun = 'x'\n" + row.lines())));
    }

    static Stream<Row<RunRules>> rules() {
        return Stream.of(
                row("", "grace", RunRules::grace, Duration.ofSeconds(5)),
                row("graceful_stop = '0s'", "grace", RunRules::grace, Duration.ZERO),
                row("", "stopSignal", RunRules::stopSignal, StopSignal.SIGTERM),
                row("stop_signal = 'SIGINT'", "stopSignal", RunRules::stopSignal, StopSignal.SIGINT),
                row("", "logMaxBytes", RunRules::logMaxBytes, 100L << 20),
                row("log_max_size = '3mb'", "logMaxBytes", RunRules::logMaxBytes, 3L << 20),
                row("", "logOnFull", RunRules::logOnFull, LogFullPolicy.DROP_OLD),
                row("log_on_full = 'kill_task'", "logOnFull", RunRules::logOnFull, LogFullPolicy.KILL_TASK),
                row("", "minFreeBytes", RunRules::minFreeBytes, 0L),
                row("[storage]\nmin_free_space = '2mb'", "minFreeBytes", RunRules::minFreeBytes, 2L << 20),
                row("", "secrets", RunRules::secrets, List.of()),
                row("secrets = { A = 'hush', B = 'hush', C = '' }", "secrets", RunRules::secrets, List.of("hush")),
                row("failures = ['stopped', '3-9']", "failures", rules -> rules.failures().reasons(),
                        Set.of(EndReason.STOPPED)),
                row("", "shell", rules -> rules.command().shell(), "/bin/sh"),
                row("shell = '/bin/bash'", "shell", rules -> rules.command().shell(), "/bin/bash"),
                row("", "script", rules -> rules.command().script(), "x"),
                row("", "workingDir", rules -> rules.command().workingDir(), null),
                row("working_dir = '/srv'", "workingDir", rules -> rules.command().workingDir(), "/srv"),
                row("working_dir = '~/site'", "workingDir", rules -> rules.command().workingDir(), "~/site"),
                row("", "base", rules -> rules.command().base(), EnvironmentBase.INHERIT),
                row("env_base = 'clean'", "base", rules -> rules.command().base(), EnvironmentBase.CLEAN),
                row("user = 'www:adm'", "user", rules -> rules.command().user(), "www:adm"),
                row("umask = '027'", "umask", rules -> rules.command().umask(), "0027"),
                row("env = { A = '1', B = '2' }\nsecrets = { B = '3' }", "environment",
                        rules -> rules.command().environment(), new TreeMap<>(Map.of("A", "1", "B", "3"))));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aKeyOfBothKindsArrives(Row<RunRules> row) {
        assertEquals(row.expected(), row.value().apply(task("[tasks.t]\nrun = 'x'\n" + row.lines()).rules()));
        assertEquals(row.expected(), row.value().apply(service("[services.t]\nrun = 'x'\n" + row.lines()).rules()));
    }

    @Test
    void aRelativeWorkingDirectoryBeginsAtTheFileThatNamesIt() {
        assertEquals(directory.resolve("site").toString(),
                task("[tasks.t]\nrun = 'x'\nworking_dir = 'site'").rules().command().workingDir());
    }

    @Test
    void aProbeTakesFromItsServiceWhatItDoesNotSayItself() {
        ProbeDefinition probe = probe("""
            [services.t]
            run = 'serve'
            shell = '/bin/bash'
            user = 'www'
            umask = '027'
            env_base = 'clean'
            working_dir = '/srv'
            env = { PORT = '80' }
            secrets = { KEY = 'hush' }
            failures = ['stopped']
            timeout = '2h'
            health_check = { run = 'curl' }
            """);
        assertEquals(new Command("/bin/bash", "curl", "/srv", EnvironmentBase.CLEAN,
                new TreeMap<>(Map.of("PORT", "80", "KEY", "hush")), "www", "0027"), probe.command());
        assertEquals("@every 10s", probe.schedule().text());
        assertEquals(Duration.ofSeconds(5), probe.timeout());
        assertEquals(retry(2, BackoffCurve.CONSTANT, 5, Backoff.RETRY_CAP), probe.retry());
        assertEquals(List.of("hush"), probe.secrets());
        assertTrue(probe.failures().reasons().contains(EndReason.FAILED),
                "which ends fail comes from [defaults], not from the service");
    }

    @Test
    void whatAProbeSaysItselfWins() {
        ProbeDefinition probe = probe("""
            [services.t]
            run = 'serve'
            user = 'www'
            env = { PORT = '80' }
            [services.t.health_check]
            run = 'curl'
            shell = '/bin/dash'
            user = 'probe'
            cron = '*/5 * * * *'
            timezone = 'UTC'
            timeout = '1s'
            retry_attempts = 0
            retry_delay = '0s'
            env = { PORT = '81' }
            failures = ['failed']
            """);
        assertEquals("/bin/dash", probe.command().shell());
        assertEquals("probe", probe.command().user());
        assertEquals("81", probe.command().environment().get("PORT"));
        assertEquals("*/5 * * * *", probe.schedule().text());
        assertEquals(ZoneId.of("UTC"), probe.zone());
        assertEquals(Duration.ofSeconds(1), probe.timeout());
        assertEquals(retry(0, BackoffCurve.CONSTANT, 0, Backoff.RETRY_CAP), probe.retry());
        assertFalse(probe.failures().reasons().contains(EndReason.TIMEOUT));
    }

    @Test
    void parametersKeepTheirOrderAndTheirKind() {
        List<ParamDefinition> params = task("""
            [tasks.t]
            run = 'x'
            params = [
              { env = 'TARGET', required = true, description = 'Where to' },
              { arg = 'level', type = 'number', default = 3, choices = [1, 2, 3] },
              { option = '--since=', default = 'today', choices = ['today'], allow_custom = true },
              { flag = '--dry-run', default = true },
            ]
            """).params();
        assertEquals(List.of(
                new ParamDefinition(ParamDefinition.Kind.ENV, "TARGET", null, true, ParamType.STRING, List.of(), false,
                        "Where to"),
                new ParamDefinition(ParamDefinition.Kind.ARG, "level", "3", false, ParamType.NUMBER,
                        List.of("1", "2", "3"), false, ""),
                new ParamDefinition(ParamDefinition.Kind.OPTION, "--since=", "today", false, ParamType.STRING,
                        List.of("today"), true, ""),
                new ParamDefinition(ParamDefinition.Kind.FLAG, "--dry-run", "true", false, ParamType.STRING, List.of(),
                        false, "")),
                params);
    }

    @Test
    void theRulesOfTheDaemonAreThoseOfItsTable() {
        assertEquals(new EngineRules(Duration.ofSeconds(10), false), EngineRules.of(load("[tasks.t]\nrun = 'x'")));
        assertEquals(new EngineRules(Duration.ofSeconds(25), true), EngineRules.of(load("""
            [daemon]
            shutdown_timeout = '25s'
            kill_children_on_crash = true
            [tasks.t]
            run = 'x'
            """)));
    }

    @Test
    void unitsComeByName() {
        List<UnitDefinition> units = Definitions.of(load("""
            [tasks.b]
            run = 'x'
            [services.c]
            run = 'x'
            [tasks.a]
            run = 'x'
            """));
        assertEquals(List.of("a", "b", "c"), units.stream().map(UnitDefinition::name).toList());
    }

    @Test
    void noDefinitionShowsASecret() {
        ServiceDefinition service = service("""
            [services.t]
            run = 'serve'
            secrets = { KEY = 'hush-hush' }
            health_check = { run = 'curl', secrets = { PIN = 'psst-psst' } }
            """);
        assertNotNull(service.probe());
        assertFalse(service.toString().contains("hush-hush"), service::toString);
        assertFalse(service.toString().contains("psst-psst"), service::toString);
    }

    private Config load(String text) {
        return Loading.in(directory).valid(text);
    }

    private UnitDefinition unit(String text) {
        return Definitions.of(load(text))
            .stream()
            .filter(unit -> unit.name().equals("t"))
            .findFirst()
            .orElseThrow();
    }

    private TaskDefinition task(String text) {
        return (TaskDefinition) unit(text);
    }

    private ServiceDefinition service(String text) {
        return (ServiceDefinition) unit(text);
    }

    private ProbeDefinition probe(String text) {
        return Objects.requireNonNull(service(text).probe());
    }

    private static String text(TaskDefinition task) {
        return Objects.requireNonNull(task.schedule()).text();
    }

    private static RetryRule retry(int attempts, BackoffCurve curve, int seconds, Duration cap) {
        return new RetryRule(attempts, new Backoff(curve, Duration.ofSeconds(seconds), cap));
    }

    private static <U> Row<U> row(String lines, String what, Function<U, @Nullable Object> value,
            @Nullable Object expected) {
        return new Row<>(lines, what, value, expected);
    }
}
