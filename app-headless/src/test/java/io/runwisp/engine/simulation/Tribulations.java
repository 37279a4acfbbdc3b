package io.runwisp.engine.simulation;

import io.runwisp.engine.EngineMessage;
import io.runwisp.engine.VirtualTimers;
import io.runwisp.engine.definition.UnitDefinition;
import io.runwisp.model.Run;
import io.runwisp.model.RunId;
import io.runwisp.model.Trigger;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What befalls a world: commands of people, and faults of disks, clocks and machines. */
final class Tribulations {

    /** One command among so many is a reload. */
    private static final int RELOADS_AMONG = 6;

    private final World world;
    private final EngineWorldPlan plan;
    private final VirtualTimers timers;
    private final Random random;
    private long ticket;
    private long movedBackSeconds;

    Tribulations(World world, EngineWorldPlan plan, VirtualTimers timers, Random random) {
        this.world = world;
        this.plan = plan;
        this.timers = timers;
        this.random = random;
    }

    /** Arranges all of it, spread over the length of the world. */
    void arrange() {
        for (int i = 0; i < plan.faults(); i++) {
            timers.in(sometime(), this::fault);
        }
        for (int i = 0; i < plan.commands() / RELOADS_AMONG; i++) {
            timers.in(sometime(), this::reload);
        }
        for (int i = 0; i < plan.commands(); i++) {
            timers.in(sometime(), this::command);
            if (random.nextInt(4) == 0) {
                timers.in(sometime(), () -> {
                    command();
                    command();
                });
            }
        }
    }

    private Duration sometime() {
        // A second before the end, so that whatever comes is over before the world must settle.
        return Duration.ofMillis((long) (random.nextDouble() * Math.max(1, plan.length().toMillis() - 1000)));
    }

    private void command() {
        String unit = plan.units().get(random.nextInt(plan.units().size())).name();
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> world.tell(new EngineMessage.TriggerTask(++ticket, unit, Trigger.API, params()));
            case 3, 4 -> stopRun();
            case 5 -> world.tell(new EngineMessage.StopUnit(++ticket, unit));
            case 6 -> world.tell(new EngineMessage.StartService(++ticket, unit));
            case 7 -> world.tell(new EngineMessage.RestartService(++ticket, unit));
            case 8 -> world.tell(new EngineMessage.PauseTask(++ticket, unit));
            case 9 -> world.tell(new EngineMessage.ResumeTask(++ticket, unit));
            case 10 -> burst(unit);
            default -> shutDown();
        }
    }

    /** Often of what is in force already. */
    private void reload() {
        List<UnitDefinition> units = plan.versions().get(random.nextInt(plan.versions().size()));
        boolean dryRun = random.nextInt(3) == 0;
        if (!dryRun) {
            world.save(units);
        }
        world.tell(new EngineMessage.ReplaceUnits(++ticket, units, Map.of(), null, dryRun));
    }

    private void burst(String unit) {
        for (int i = 0; i < 6; i++) {
            world.tell(new EngineMessage.TriggerTask(++ticket, unit, Trigger.API, Map.of()));
        }
    }

    private Map<String, @Nullable String> params() {
        Map<String, @Nullable String> params = new LinkedHashMap<>();
        if (random.nextInt(4) == 0) {
            params.put("TARGET", "one");
        }
        return params;
    }

    private void stopRun() {
        List<Run> candidates = world.ledger().unfinished();
        RunId run = candidates.isEmpty() ? new RunId("00000000000000000000000000")
                : candidates.get(random.nextInt(candidates.size())).id();
        world.tell(new EngineMessage.StopRun(++ticket, run));
    }

    private void shutDown() {
        world.restartAfter(Duration.ofSeconds(random.nextInt(600)));
        world.tell(new EngineMessage.Shutdown());
        if (random.nextInt(3) == 0) {
            timers.in(Duration.ofMillis(random.nextInt(3000)), () -> world.tell(new EngineMessage.Shutdown()));
        }
    }

    private void fault() {
        switch (random.nextInt(9)) {
            case 0 -> world.moveClock(Duration.ofSeconds(random.nextInt(50)), false);
            case 1 -> world.moveClock(Duration.ofSeconds(61 + random.nextInt(20_000)), random.nextBoolean());
            case 2 -> back();
            case 3 -> world.refuseSpawns(1 + random.nextInt(4));
            case 4 -> world.delaySpawns(1 + random.nextInt(4), Duration.ofMillis(random.nextInt(9_000)));
            case 5 -> {
                world.journal().fill();
                timers.in(Duration.ofMillis(random.nextInt(200_000)), world::mendDisk);
            }
            case 6 -> {
                world.slowDisk(Duration.ofMillis(random.nextInt(3_000)));
                timers.in(Duration.ofMillis(random.nextInt(60_000)), world::mendDisk);
            }
            default -> world.strike(random.nextInt(40), random.nextInt(5) == 0, downtime());
        }
    }

    private void back() {
        long seconds = random.nextInt(6) == 0 ? 86_400 + random.nextInt(50_000) : random.nextInt(9_000);
        // So far back and no further: the independent list of slots begins a week before the world.
        if (movedBackSeconds + seconds < 5 * 86_400) {
            movedBackSeconds += seconds;
            world.moveClock(Duration.ofSeconds(-seconds), false);
        }
    }

    private Duration downtime() {
        return switch (random.nextInt(4)) {
            case 0 -> Duration.ofMillis(random.nextInt(50));
            case 1 -> Duration.ofSeconds(random.nextInt(60));
            case 2 -> Duration.ofMinutes(random.nextInt(60));
            default -> Duration.ofHours(random.nextInt(12));
        };
    }
}
