package io.runwisp.engine;

import io.runwisp.config.grammar.Failures;
import io.runwisp.config.language.EnvironmentBase;
import io.runwisp.config.language.RunOnStart;
import io.runwisp.engine.definition.Backoff;
import io.runwisp.engine.definition.Command;
import io.runwisp.engine.definition.ParamDefinition;
import io.runwisp.engine.definition.ProbeDefinition;
import io.runwisp.engine.definition.RetryRule;
import io.runwisp.engine.definition.RunRules;
import io.runwisp.engine.definition.ServiceDefinition;
import io.runwisp.engine.definition.TaskDefinition;
import io.runwisp.model.BackoffCurve;
import io.runwisp.model.LogFullPolicy;
import io.runwisp.model.OverlapPolicy;
import io.runwisp.model.RestartPolicy;
import io.runwisp.model.StopSignal;
import io.runwisp.schedule.ParseResult;
import io.runwisp.schedule.Schedule;
import io.runwisp.schedule.ScheduleParser;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tasks and services for tests: begun from the plainest, changed by what a test is about. */
final class SampleUnits {

    private SampleUnits() {
    }

    static RunRules rules(Duration timeout, Duration grace) {
        return new RunRules(command(), Failures.builtIn(), timeout, grace, StopSignal.SIGTERM, 0,
                LogFullPolicy.DROP_OLD, 0, List.of());
    }

    static Command command() {
        return new Command("/bin/sh", "true", null, EnvironmentBase.INHERIT, new TreeMap<>(), null, null);
    }

    static Schedule schedule(String cron) {
        if (ScheduleParser.parse(cron) instanceof ParseResult.Parsed parsed) {
            return parsed.schedule();
        }
        throw new IllegalArgumentException(cron);
    }

    static Task task(String name) {
        return new Task(name);
    }

    static Service service(String name) {
        return new Service(name);
    }

    /** A task in the making. */
    static final class Task {

        private final String name;
        private @Nullable Schedule schedule;
        private ZoneId zone = ZoneOffset.UTC;
        private int catchUp = 1;
        private Duration jitter = Duration.ZERO;
        private RunOnStart runOnStart = RunOnStart.NEVER;
        private int parallelism = 1;
        private OverlapPolicy overlap = OverlapPolicy.QUEUE;
        private int maxQueued = 100;
        private RetryRule retry = new RetryRule(0,
                new Backoff(BackoffCurve.CONSTANT, Duration.ofSeconds(5), Backoff.RETRY_CAP));
        private List<ParamDefinition> params = List.of();
        private RunRules rules = SampleUnits.rules(Duration.ZERO, Duration.ofSeconds(5));
        private boolean apiTrigger = true;

        private Task(String name) {
            this.name = name;
        }

        Task cron(String cron) {
            schedule = schedule(cron);
            return this;
        }

        Task catchUp(int runs) {
            catchUp = runs;
            return this;
        }

        Task jitter(Duration window) {
            jitter = window;
            return this;
        }

        Task onStart(RunOnStart when) {
            runOnStart = when;
            return this;
        }

        Task parallel(int runs) {
            parallelism = runs;
            return this;
        }

        Task overlap(OverlapPolicy policy) {
            overlap = policy;
            return this;
        }

        Task maxQueued(int most) {
            maxQueued = most;
            return this;
        }

        Task retry(int attempts, BackoffCurve curve, Duration base) {
            retry = new RetryRule(attempts, new Backoff(curve, base, Backoff.RETRY_CAP));
            return this;
        }

        Task params(ParamDefinition... all) {
            params = List.of(all);
            return this;
        }

        Task rules(RunRules all) {
            rules = all;
            return this;
        }

        Task timeout(Duration limit) {
            rules = SampleUnits.rules(limit, Duration.ofSeconds(5));
            return this;
        }

        Task grace(Duration grace) {
            rules = SampleUnits.rules(Duration.ZERO, grace);
            return this;
        }

        Task notByHand() {
            apiTrigger = false;
            return this;
        }

        TaskDefinition make() {
            return new TaskDefinition(name, rules, apiTrigger, schedule, zone, catchUp, jitter, runOnStart,
                    parallelism, overlap, maxQueued, retry, params);
        }
    }

    /** A service in the making. */
    static final class Service {

        private final String name;
        private RunRules rules = SampleUnits.rules(Duration.ZERO, Duration.ofSeconds(5));
        private int instances = 1;
        private RestartPolicy restart = RestartPolicy.ALWAYS;
        private Backoff backoff = new Backoff(BackoffCurve.EXPONENTIAL, Duration.ofSeconds(1), Backoff.RESTART_CAP);
        private Duration stableAfter = Duration.ofSeconds(60);
        private @Nullable Integer attempts;
        private boolean autostart = true;
        private int priority = 100;
        private List<String> dependsOn = List.of();
        private @Nullable ProbeDefinition probe;
        private boolean replicaEnv;

        private Service(String name) {
            this.name = name;
        }

        Service instances(int count) {
            instances = count;
            return this;
        }

        Service restart(RestartPolicy policy) {
            restart = policy;
            return this;
        }

        Service backoff(BackoffCurve curve, Duration base) {
            backoff = new Backoff(curve, base, Backoff.RESTART_CAP);
            return this;
        }

        Service attempts(int tolerated) {
            attempts = tolerated;
            return this;
        }

        Service notByItself() {
            autostart = false;
            return this;
        }

        Service priority(int order) {
            priority = order;
            return this;
        }

        Service dependsOn(String... others) {
            dependsOn = List.of(others);
            return this;
        }

        Service probe(String schedule, int retries) {
            probe = new ProbeDefinition(command(), schedule(schedule), ZoneOffset.UTC, Duration.ofSeconds(5),
                    Failures.builtIn(), new RetryRule(retries,
                            new Backoff(BackoffCurve.CONSTANT, Duration.ofSeconds(1), Backoff.RETRY_CAP)),
                    List.of());
            return this;
        }

        Service rules(RunRules all) {
            rules = all;
            return this;
        }

        Service replicaEnv() {
            replicaEnv = true;
            return this;
        }

        ServiceDefinition make() {
            return new ServiceDefinition(name, rules, true, instances, restart, backoff, stableAfter, attempts,
                    autostart, priority, dependsOn, probe, replicaEnv);
        }
    }
}
