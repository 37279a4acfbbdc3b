package io.runwisp.engine;

import static io.runwisp.engine.SampleUnits.service;
import static io.runwisp.engine.SampleUnits.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.engine.definition.RunRules;
import io.runwisp.engine.definition.UnitDefinition;
import io.runwisp.model.BackoffCurve;
import io.runwisp.model.OverlapPolicy;
import io.runwisp.model.RunId;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Other units in the place of those that are. */
final class ReloadTest {

    private static String replace(EngineDriver driver, UnitDefinition... units) {
        EngineEffect.CommandResult result = driver
            .ask(ticket -> new EngineMessage.ReplaceUnits(ticket, List.of(units)));
        return result instanceof EngineEffect.Reloaded(var plan) ? plan.summary(units.length) : result.toString();
    }

    private static RunRules other() {
        RunRules rules = SampleUnits.rules(Duration.ZERO, Duration.ofSeconds(5));
        return new RunRules(rules.command().with("other", new TreeMap<>()), rules.failures(), rules.timeout(),
                rules.grace(), rules.stopSignal(), rules.logMaxBytes(), rules.logOnFull(), rules.minFreeBytes(),
                rules.secrets());
    }

    @Test
    void whatDidNotChangeGoesOnUndisturbed() {
        EngineDriver driver = new EngineDriver(task("a").make(), service("s").make()).begun();
        RunId run = driver.triggered("a");
        List<RunId> before = List.copyOf(driver.alive);
        assertEquals("0 added, 0 removed, 0 changed, 2 untouched",
                replace(driver, task("a").make(), service("s").make()));
        assertEquals(before, List.copyOf(driver.alive));
        assertNull(driver.row(run).end());
    }

    @Test
    void anAddedTaskHasNoPastAndAnAddedServiceStarts() {
        EngineDriver driver = new EngineDriver().begun();
        driver.pass(Duration.ofHours(1));
        assertEquals("2 added, 0 removed, 0 changed, 0 untouched",
                replace(driver, task("a").cron("*/5 * * * *").make(), service("s").make()));
        assertEquals(List.of(), driver.rowsOf("a"));
        assertEquals(1, driver.aliveOf("s").size());
        driver.pass(Duration.ofMinutes(5));
        assertEquals(1, driver.rowsOf("a").size());
    }

    @Test
    void aRemovedTaskLosesItsQueueAndItsRetriesButNotWhatRuns() {
        EngineDriver driver = new EngineDriver(task("a").retry(3, BackoffCurve.CONSTANT, Duration.ofSeconds(1))
            .cron("*/5 * * * *")
            .make()).begun();
        RunId runs = driver.triggered("a");
        RunId waits = driver.triggered("a");
        replace(driver);
        assertTrue(driver.alive.contains(runs));
        assertEquals("stopped", driver.row(waits).outcome());
        driver.exits(runs, 1);
        driver.pass(Duration.ofHours(1));
        assertEquals("failed", driver.row(runs).outcome());
        assertNull(driver.row(runs).nextRetryAt());
        assertEquals(2, driver.rowsOf("a").size());
    }

    @Test
    void aTaskThatComesBackStillKnowsWhatRuns() {
        EngineDriver driver = new EngineDriver(task("a").make()).begun();
        RunId runs = driver.triggered("a");
        replace(driver);
        replace(driver, task("a").make());
        RunId next = driver.triggered("a");
        assertEquals(List.of(runs), List.copyOf(driver.alive));
        driver.exits(runs, 0);
        assertEquals(List.of(next), List.copyOf(driver.alive));
    }

    @Test
    void aServiceThatComesBackNeverLivesTwice() {
        EngineDriver driver = new EngineDriver(service("s").make()).begun();
        driver.stubborn = true;
        RunId old = driver.aliveOf("s").getFirst();
        replace(driver);
        replace(driver, service("s").make());
        assertEquals(List.of(old), driver.aliveOf("s"));
        driver.pass(Duration.ofSeconds(5));
        assertEquals(1, driver.aliveOf("s").size());
        assertEquals("stopped", driver.row(old).outcome());
    }

    @Test
    void aServiceWithAnotherCommandIsRecycledAndAStoppedOneStaysStopped() {
        EngineDriver driver = new EngineDriver(service("s").make(), service("t").make()).begun();
        driver.ask(ticket -> new EngineMessage.StopUnit(ticket, "t"));
        RunId old = driver.aliveOf("s").getFirst();
        replace(driver, service("s").rules(other()).make(), service("t").rules(other()).make());
        assertEquals("stopped", driver.row(old).outcome());
        assertEquals(1, driver.aliveOf("s").size());
        assertEquals(List.of(), driver.aliveOf("t"));
    }

    @Test
    void aPlaceThatRestsIsRecycledAtOnce() {
        EngineDriver driver = new EngineDriver(service("s").backoff(BackoffCurve.CONSTANT, Duration.ofSeconds(60))
            .make()).begun();
        driver.exits(driver.aliveOf("s").getFirst(), 1);
        replace(driver, service("s").rules(other()).backoff(BackoffCurve.CONSTANT, Duration.ofSeconds(60)).make());
        assertEquals(1, driver.aliveOf("s").size());
    }

    @Test
    void instancesGrowAndShrinkWithoutTouchingTheRest() {
        EngineDriver driver = new EngineDriver(service("s").instances(2).make()).begun();
        List<RunId> two = driver.aliveOf("s");
        replace(driver, service("s").instances(3).make());
        assertEquals(3, driver.aliveOf("s").size());
        replace(driver, service("s").instances(1).make());
        assertEquals(List.of(two.getFirst()), driver.aliveOf("s"));
        driver.pass(Duration.ofMinutes(5));
        assertEquals(List.of(two.getFirst()), driver.aliveOf("s"));
        replace(driver, service("s").instances(2).make());
        assertEquals(2, driver.aliveOf("s").size());
    }

    @Test
    void whoeverLeavesTheQueueEndsWhoWaits() {
        EngineDriver driver = new EngineDriver(task("a").make()).begun();
        RunId runs = driver.triggered("a");
        RunId waits = driver.triggered("a");
        replace(driver, task("a").overlap(OverlapPolicy.SKIP).make());
        assertTrue(driver.alive.contains(runs));
        assertEquals("stopped", driver.row(waits).outcome());
    }

    @Test
    void aTaskThatBecomesAServiceDrains() {
        EngineDriver driver = new EngineDriver(task("a").make()).begun();
        RunId run = driver.triggered("a");
        replace(driver, service("a").make());
        assertEquals(2, driver.aliveOf("a").size());
        driver.send(new EngineMessage.Shutdown());
        assertEquals("stopped", driver.row(run).outcome());
        assertEquals(1, driver.seen(EngineEffect.Finished.class).size());
    }

    @Test
    void anotherScheduleCountsFromNow() {
        EngineDriver driver = new EngineDriver(task("a").cron("0 12 * * *").make()).begun();
        driver.pass(Duration.ofMinutes(30));
        replace(driver, task("a").cron("*/5 * * * *").make());
        assertEquals(List.of(), driver.rowsOf("a"));
        driver.pass(Duration.ofMinutes(5));
        assertEquals(1, driver.rowsOf("a").size());
    }
}
