package io.runwisp.engine.simulation;

import io.runwisp.engine.definition.Command;
import io.runwisp.engine.definition.RunRules;
import io.runwisp.engine.definition.ServiceDefinition;
import io.runwisp.engine.definition.TaskDefinition;
import io.runwisp.engine.definition.UnitDefinition;
import io.runwisp.model.OverlapPolicy;
import io.runwisp.schedule.Schedule;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Makes other versions of the units of a world, as somebody who edits their file would. */
final class RandomChanges {

    private static final List<String> ZONES = List.of("UTC", "Europe/Berlin", "Australia/Lord_Howe");

    private final Random random;
    private final Supplier<Schedule> schedules;

    /** @param schedules each time another one, of the pace of this world */
    RandomChanges(Random random, Supplier<Schedule> schedules) {
        this.random = random;
        this.schedules = schedules;
    }

    /** The units as they are, and some versions of them. */
    List<List<UnitDefinition>> versions(List<UnitDefinition> units) {
        List<List<UnitDefinition>> versions = new ArrayList<>(List.of(units));
        for (int i = 0; i < 4; i++) {
            versions.add(version(units, ":" + i));
        }
        return versions;
    }

    private List<UnitDefinition> version(List<UnitDefinition> units, String mark) {
        List<UnitDefinition> kept = units.stream().filter(_ -> random.nextInt(6) != 0).toList();
        Set<String> names = kept.stream().map(UnitDefinition::name).collect(Collectors.toSet());
        return kept.stream().map(unit -> switch (unit) {
            case TaskDefinition task -> task(task, mark);
            case ServiceDefinition service -> service(service, mark, names);
        }).toList();
    }

    private UnitDefinition task(TaskDefinition task, String mark) {
        boolean another = task.schedule() != null && random.nextInt(3) == 0;
        // Who catches up more than one has to have a line for them.
        OverlapPolicy policy = task.catchUpRuns() <= 1 && random.nextInt(3) == 0
                ? one(List.of(OverlapPolicy.values()))
                : task.onOverlap();
        return new TaskDefinition(task.name(), rules(task.rules(), mark), task.apiTrigger(),
                another ? schedules.get() : task.schedule(),
                another ? ZoneId.of(one(ZONES)) : task.zone(), task.catchUpRuns(),
                task.jitter(), task.runOnStart(), random.nextInt(3) == 0 ? 1 + random.nextInt(4) : task.parallelism(),
                policy, task.maxQueued(), task.retry(), task.params());
    }

    private UnitDefinition service(ServiceDefinition service, String mark, Set<String> names) {
        return new ServiceDefinition(service.name(), rules(service.rules(), mark), service.apiTrigger(),
                random.nextInt(2) == 0 ? 1 + random.nextInt(4) : service.instances(), service.restart(),
                service.backoff(), service.stableAfter(), service.restartAttempts(), service.autostart(),
                service.priority(), service.dependsOn().stream().filter(names::contains).toList(), service.probe(),
                service.replicaEnv());
    }

    private RunRules rules(RunRules rules, String mark) {
        if (random.nextInt(3) != 0) {
            return rules;
        }
        Command old = rules.command();
        return new RunRules(
                new Command(old.shell(), old.script() + mark, old.workingDir(), old.base(), old.environment(),
                        old.user(), old.umask()),
                rules.failures(), rules.timeout(), rules.grace(), rules.stopSignal(), rules.logMaxBytes(),
                rules.logOnFull(), rules.minFreeBytes(), rules.secrets());
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
