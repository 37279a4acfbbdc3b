package io.runwisp.engine;

import static io.runwisp.engine.SampleUnits.service;
import static io.runwisp.engine.SampleUnits.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.engine.ReloadPlan.Change;
import io.runwisp.engine.ReloadPlan.Dropped;
import io.runwisp.engine.ReloadPlan.Effect;
import io.runwisp.engine.ReloadPlan.Next;
import io.runwisp.engine.definition.RunRules;
import io.runwisp.engine.definition.UnitDefinition;
import io.runwisp.model.BackoffCurve;
import io.runwisp.model.OverlapPolicy;
import io.runwisp.model.Run;
import io.runwisp.model.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What a reload says, and that it does what it says. */
final class ReloadPlanTest {

    private static final int PAIRS = 300;

    private static ReloadPlan plan(EngineDriver driver, boolean dry, List<UnitDefinition> units) {
        return assertInstanceOf(EngineEffect.Reloaded.class,
                driver.ask(ticket -> new EngineMessage.ReplaceUnits(ticket, units, Map.of(), null, dry)))
            .plan();
    }

    private static RunRules other(String script) {
        RunRules rules = SampleUnits.rules(Duration.ZERO, Duration.ofSeconds(5));
        return new RunRules(rules.command().with(script, new TreeMap<>()), rules.failures(), rules.timeout(),
                rules.grace(), rules.stopSignal(), rules.logMaxBytes(), rules.logOnFull(), rules.minFreeBytes(),
                rules.secrets());
    }

    @Test
    void aDryRunChangesNothing() {
        EngineDriver driver = new EngineDriver(task("a").make(), service("s").make()).begun();
        int written = driver.seen(EngineEffect.WriteJournal.class).size();
        List<RunId> alive = List.copyOf(driver.alive);
        ReloadPlan plan = plan(driver, true, List.of(service("s").rules(other("x")).make()));
        assertEquals(List.of("a"), plan.removed());
        assertEquals(List.of("s"), plan.restarts());
        assertEquals(alive, List.copyOf(driver.alive));
        assertEquals(written, driver.seen(EngineEffect.WriteJournal.class).size());
        driver.triggered("a");
    }

    @Test
    void thePlanNamesWhatWaitsAndWhatItIsFor() {
        EngineDriver driver = new EngineDriver(task("a").retry(3, BackoffCurve.CONSTANT, Duration.ofHours(1)).make(),
                task("b").make())
            .begun();
        driver.exits(driver.triggered("a"), 1);
        driver.triggered("b");
        driver.triggered("b");
        assertEquals(List.of(new Dropped("a", true, 1), new Dropped("b", false, 1)),
                plan(driver, true, List.of()).dropped());
    }

    @Test
    void theNextSlotsAreToldBeforeAndAfter() {
        EngineDriver driver = new EngineDriver(task("a").cron("0 12 * * *").make()).begun();
        ReloadPlan plan = plan(driver, true, List.of(task("a").cron("0 13 * * *").make()));
        Next next = plan.next().getFirst();
        assertEquals(Instant.parse("2026-03-02T12:00:00Z"), next.before().getFirst());
        assertEquals(Instant.parse("2026-03-02T13:00:00Z"), next.after().getFirst());
        assertEquals(List.of(), plan(driver, true, List.of(task("a").cron("0 12 * * *").parallel(2).make())).next());
    }

    @Test
    void anIntervalIsCountedFromItsBeginning() {
        EngineDriver driver = new EngineDriver(task("a").cron("@every 1h").make()).begun();
        driver.pass(Duration.ofMinutes(90));
        assertEquals(EngineDriver.BEGIN.plus(Duration.ofHours(2)),
                plan(driver, true, List.of()).next().getFirst().before().getFirst());
    }

    @Test
    void effectsAreLiveOrWithTheNextRunOrARestart() {
        EngineDriver driver = new EngineDriver(task("a").make(), task("b").make(), service("s").make(),
                service("t").make(), service("u").notByItself().make(), task("k").make())
            .begun();
        ReloadPlan plan = plan(driver, true, List.of(task("a").parallel(3).make(), task("b").rules(other("x")).make(),
                service("s").instances(3).make(), service("t").rules(other("x")).make(),
                service("u").notByItself().rules(other("x")).make(), service("k").make()));
        assertEquals(List.of(new Change("a", Effect.LIVE), new Change("b", Effect.NEXT_RUN),
                new Change("k", Effect.RESTART), new Change("s", Effect.LIVE), new Change("t", Effect.RESTART),
                new Change("u", Effect.LIVE)), plan.changed());
        assertEquals(List.of("t"), plan.restarts());
    }

    @Test
    void theAnswerComesWhenItIsOnTheDisk() {
        EngineDriver driver = new EngineDriver(task("a").make()).begun();
        driver.diskHeld = true;
        driver.send(new EngineMessage.ReplaceUnits(900, List.of()));
        assertEquals(null, driver.answers.get(900L));
        driver.releaseDisk();
        assertInstanceOf(EngineEffect.Reloaded.class, driver.answers.get(900L));
    }

    @Test
    void aReloadIsOneBatchWithItsEvents() {
        EngineDriver driver = new EngineDriver(task("a").make()).begun();
        int before = driver.seen(EngineEffect.WriteJournal.class).size();
        driver.diskHeld = true;
        driver.send(new EngineMessage.ReplaceUnits(900, List.of(service("s").make(), task("b").cron("@daily").make())));
        assertEquals(before + 1, driver.seen(EngineEffect.WriteJournal.class).size());
        driver.releaseDisk();
        assertTrue(driver.events().stream().anyMatch(event -> event.startsWith("config.reloaded")));
        assertTrue(driver.events().contains("unit.updated a: removed"));
    }

    @Test
    void theGraceOfALivingReplicaChangesWithoutARestart() {
        EngineDriver driver = new EngineDriver(service("s").make()).begun();
        driver.stubborn = true;
        RunId run = driver.aliveOf("s").getFirst();
        plan(driver, false, List.of(service("s").rules(SampleUnits.rules(Duration.ZERO, Duration.ofSeconds(60)))
            .make()));
        driver.ask(ticket -> new EngineMessage.StopUnit(ticket, "s"));
        driver.pass(Duration.ofSeconds(30));
        assertEquals(List.of(run), driver.aliveOf("s"));
    }

    @Test
    void aRunThatWaitsForItsVictimIsNotDroppedByAReload() {
        EngineDriver driver = new EngineDriver(task("a").overlap(OverlapPolicy.TERMINATE).make()).begun();
        driver.stubborn = true;
        driver.triggered("a");
        RunId next = driver.triggered("a");
        plan(driver, false, List.of(task("a").overlap(OverlapPolicy.TERMINATE).maxQueued(7).make()));
        driver.pass(Duration.ofSeconds(6));
        assertTrue(driver.alive.contains(next));
    }

    /** The same state and the same pair: what the dry run says is what the rows show after the real thing. */
    @Test
    void whatADryRunSaysIsWhatHappens() {
        int told = 0;
        for (int seed = 0; seed < PAIRS; seed++) {
            Random random = new Random(seed);
            EngineDriver driver = new EngineDriver(units(random).toArray(UnitDefinition[]::new)).begun();
            live(driver, random);
            List<UnitDefinition> after = units(random);
            ReloadPlan dry = plan(driver, true, after);
            Map<RunId, Run> before = Map.copyOf(driver.rows);
            ReloadPlan real = plan(driver, false, after);
            assertEquals(dry, real, "seed " + seed);
            assertEquals(promised(real), happened(before, driver), "seed " + seed);
            told += real.dropped().size() + real.restarts().size();
        }
        assertNotEquals(0, told, "nothing was ever dropped or restarted, so nothing was compared");
    }

    private static Set<String> promised(ReloadPlan plan) {
        Set<String> all = new TreeSet<>();
        plan.dropped()
            .forEach(dropped -> all.add(dropped.task() + (dropped.retries() ? " retry " : " queued ")
                    + dropped.count()));
        plan.restarts().forEach(name -> all.add(name + " restarts"));
        return all;
    }

    private static Set<String> happened(Map<RunId, Run> before, EngineDriver driver) {
        Set<String> all = new TreeSet<>();
        for (String name : List.of("a", "b", "c", "s", "t")) {
            count(all, name + " queued ", name, before, driver, row -> row.end() == null && row.start() == null,
                    row -> row.end() != null && row.start() == null);
            count(all, name + " retry ", name, before, driver, row -> row.nextRetryAt() != null,
                    row -> row.nextRetryAt() == null);
            boolean born = driver.rowsOf(name)
                .stream()
                .anyMatch(row -> !before.containsKey(row.id())
                        && row.origin().trigger() == io.runwisp.model.Trigger.API);
            if (born && name.compareTo("s") >= 0) {
                all.add(name + " restarts");
            }
        }
        return all;
    }

    private static void count(Set<String> all, String what, String unit, Map<RunId, Run> before,
            EngineDriver driver, Predicate<Run> was, Predicate<Run> is) {
        long count = before.values()
            .stream()
            .filter(row -> row.taskName().equals(unit) && was.test(row) && is.test(driver.row(row.id())))
            .count();
        if (count > 0) {
            all.add(what + count);
        }
    }

    private static void live(EngineDriver driver, Random random) {
        for (int i = 0; i < 12; i++) {
            String task = List.of("a", "b", "c").get(random.nextInt(3));
            driver.trigger(task);
            List<RunId> alive = new ArrayList<>(driver.aliveOf(task));
            if (random.nextInt(3) == 0 && !alive.isEmpty()) {
                driver.exits(alive.getFirst(), random.nextInt(2));
            }
            List<RunId> replicas = driver.aliveOf("s");
            if (random.nextInt(4) == 0 && !replicas.isEmpty()) {
                driver.exits(replicas.getFirst(), 1);
            }
            if (random.nextInt(8) == 0) {
                driver.ask(ticket -> new EngineMessage.StopUnit(ticket, "t"));
            }
        }
    }

    private static List<UnitDefinition> units(Random random) {
        List<UnitDefinition> units = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            if (random.nextInt(5) > 0) {
                units.add(task(name).parallel(1 + random.nextInt(2))
                    .retry(random.nextInt(3), BackoffCurve.CONSTANT, Duration.ofHours(1))
                    .overlap(random.nextBoolean() ? OverlapPolicy.QUEUE : OverlapPolicy.SKIP)
                    .rules(other("x" + random.nextInt(2)))
                    .make());
            }
        }
        for (String name : List.of("s", "t")) {
            if (random.nextInt(5) > 0) {
                units.add(service(name).instances(1 + random.nextInt(3)).rules(other("x" + random.nextInt(2))).make());
            }
        }
        return units;
    }
}
