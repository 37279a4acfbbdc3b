package io.runwisp.engine.simulation;

import io.runwisp.config.grammar.Failures;
import io.runwisp.config.language.EnvironmentBase;
import io.runwisp.config.language.ParamType;
import io.runwisp.config.language.RunOnStart;
import io.runwisp.engine.EngineRules;
import io.runwisp.engine.definition.Backoff;
import io.runwisp.engine.definition.Command;
import io.runwisp.engine.definition.ParamDefinition;
import io.runwisp.engine.definition.ProbeDefinition;
import io.runwisp.engine.definition.RetryRule;
import io.runwisp.engine.definition.RunRules;
import io.runwisp.engine.definition.ServiceDefinition;
import io.runwisp.engine.definition.TaskDefinition;
import io.runwisp.engine.definition.UnitDefinition;
import io.runwisp.model.BackoffCurve;
import io.runwisp.model.LogFullPolicy;
import io.runwisp.model.OverlapPolicy;
import io.runwisp.model.RestartPolicy;
import io.runwisp.model.StopSignal;
import io.runwisp.schedule.ParseResult;
import io.runwisp.schedule.Schedule;
import io.runwisp.schedule.ScheduleParser;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes up a world from a seed. */
final class RandomPlan {

    /** How many slots a world has at most. */
    static final int MOST_SLOTS = 20_000;

    private static final List<String> QUICK = List.of("* * * * *", "*/20 * * * * *", "@every 15s", "@every 90s",
            "7,37 */2 * * * *");
    private static final List<String> SLOW = List.of("*/5 * * * *", "*/15 1-4 * * *", "30 2 * * *", "0,30 1 * * *",
            "15 * * * *", "@hourly", "@daily", "@every 7m", "@every 5h", "0 9 * * mon-fri", "10 2 * * sun",
            "5 0-6/2 * * *", "15,45 30 2 * * *", "0 12 1 * *");
    private static final List<String> ZONES = List.of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC",
            "Asia/Kolkata", "Africa/Casablanca");
    /** Near these the clocks of those zones change. */
    private static final List<Instant> BEGINNINGS = List.of(Instant.parse("2026-03-28T20:10:07.123Z"),
            Instant.parse("2026-10-24T20:00:00Z"), Instant.parse("2026-03-07T22:59:59.999Z"),
            Instant.parse("2026-10-31T23:30:30Z"), Instant.parse("2026-04-04T12:00:01Z"),
            Instant.parse("2027-12-31T22:00:00Z"));

    private final long seed;
    private final Random random;

    private RandomPlan(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
    }

    /** The world of this seed. */
    static EngineWorldPlan of(long seed) {
        return new RandomPlan(seed).plan();
    }

    private EngineWorldPlan plan() {
        boolean slow = random.nextInt(3) == 0;
        List<UnitDefinition> units = new ArrayList<>();
        int tasks = 1 + random.nextInt(5);
        for (int i = 0; i < tasks; i++) {
            units.add(task("task-" + i, slow));
        }
        int services = random.nextInt(4);
        for (int i = 0; i < services; i++) {
            units.add(service("service-" + i, i, slow));
        }
        Duration length = slow ? Duration.ofDays(2 + random.nextInt(12)) : Duration.ofMinutes(30 + random.nextInt(300));
        return new EngineWorldPlan(seed, new EngineRules(Duration.ofSeconds(3 + random.nextInt(10)),
                random.nextInt(4) == 0), versions(units, slow), one(BEGINNINGS).plusSeconds(random.nextInt(7200)),
                length,
                random.nextInt(4) == 0 ? 0 : random.nextInt(25), random.nextInt(30));
    }

    /** Every second world has one version of its units for ever. Whatever else happens in a world does not depend on it. */
    private List<List<UnitDefinition>> versions(List<UnitDefinition> units, boolean slow) {
        // Neighbours would all begin with the same bit.
        Random changes = new Random(seed * 0x9E3779B97F4A7C15L);
        List<String> lines = slow ? SLOW : Stream.concat(QUICK.stream(), SLOW.stream()).toList();
        return changes.nextBoolean() ? List.of(units)
                : new RandomChanges(changes, () -> schedule(lines.get(changes.nextInt(lines.size())))).versions(units);
    }

    private TaskDefinition task(String name, boolean slow) {
        String text = random.nextInt(8) == 0 ? "" : one(slow ? SLOW : random.nextBoolean() ? QUICK : SLOW);
        OverlapPolicy policy = one(List.of(OverlapPolicy.values()));
        return new TaskDefinition(name, rules("task:" + name, true), true, text.isEmpty() ? null : schedule(text),
                ZoneId.of(one(ZONES)), catchUp(policy), Duration.ofSeconds(random.nextInt(3) == 0
                        ? 1 + random.nextInt(90)
                        : 0),
                one(List.of(RunOnStart.NEVER, RunOnStart.NEVER, RunOnStart.DAEMON, RunOnStart.BOOT)),
                random.nextInt(2) == 0 ? 1 : 1 + random.nextInt(4), policy,
                random.nextInt(4) == 0 ? random.nextInt(3) : 100, retry(), params());
    }

    private int catchUp(OverlapPolicy policy) {
        return switch (random.nextInt(3)) {
            case 0 -> 0;
            case 1 -> 1;
            default -> policy == OverlapPolicy.QUEUE ? 20 : 1;
        };
    }

    private RetryRule retry() {
        Backoff backoff = new Backoff(one(List.of(BackoffCurve.values())), Duration.ofSeconds(random.nextInt(40)),
                Backoff.RETRY_CAP);
        return new RetryRule(random.nextInt(3) == 0 ? 0 : random.nextInt(5), backoff);
    }

    private List<ParamDefinition> params() {
        return random.nextInt(3) == 0
                ? List.of(new ParamDefinition(ParamDefinition.Kind.ENV, "TARGET", "all", false, ParamType.STRING,
                        List.of(), true, ""))
                : List.of();
    }

    static Schedule schedule(String text) {
        return switch (ScheduleParser.parse(text)) {
            case ParseResult.Parsed parsed -> parsed.schedule();
            case ParseResult.Rejected rejected -> throw new IllegalArgumentException(text + ": " + rejected);
        };
    }

    private RunRules rules(String script, boolean limited) {
        Duration timeout = random.nextInt(3) == 0 && limited ? Duration.ofSeconds(1 + random.nextInt(120))
                : Duration.ZERO;
        StopSignal signal = random.nextInt(4) == 0 ? one(List.of(StopSignal.values())) : StopSignal.SIGTERM;
        return new RunRules(command(script), Failures.builtIn(), timeout, Duration.ofSeconds(random.nextInt(8)), signal,
                random.nextInt(3) == 0 ? 5_000 : 0, one(List.of(LogFullPolicy.values())), 0, List.of());
    }

    private static Command command(String script) {
        return new Command("/bin/sh", script, null, EnvironmentBase.INHERIT, new TreeMap<>(), null, null);
    }

    private ServiceDefinition service(String name, int index, boolean slow) {
        Integer attempts = random.nextInt(3) == 0 ? random.nextInt(4) : null;
        // Without a limit and without a wait, a service that exits at once would fill the whole world.
        Backoff backoff = new Backoff(one(List.of(BackoffCurve.values())),
                Duration.ofSeconds(random.nextInt(5) + (attempts == null ? 1 : 0)), Backoff.RESTART_CAP);
        List<String> dependsOn = index > 0 && random.nextInt(3) == 0 ? List.of("service-" + (index - 1)) : List.of();
        ProbeDefinition probe = probe(name, slow);
        // A check has to have its turn before its time is over.
        Duration stableAfter = probe == null ? Duration.ofSeconds(5 + random.nextInt(60))
                : slow ? Duration.ofMinutes(40) : Duration.ofSeconds(40 + random.nextInt(60));
        return new ServiceDefinition(name, rules("service:" + name, !slow), true, 1 + random.nextInt(3),
                random.nextInt(5) == 0 ? one(List.of(RestartPolicy.values())) : RestartPolicy.ALWAYS, backoff,
                stableAfter, attempts, random.nextInt(5) != 0, random.nextInt(3), dependsOn, probe,
                random.nextBoolean());
    }

    private @Nullable ProbeDefinition probe(String name, boolean slow) {
        return random.nextInt(3) != 0 ? null
                : new ProbeDefinition(command("probe:" + name),
                        schedule("@every " + (5 + random.nextInt(20)) + (slow ? "m" : "s")),
                        ZoneId.of("UTC"), Duration.ofSeconds(5), Failures.builtIn(),
                        new RetryRule(random.nextInt(3), new Backoff(BackoffCurve.CONSTANT, Duration.ofSeconds(1),
                                Backoff.RETRY_CAP)),
                        List.of());
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
