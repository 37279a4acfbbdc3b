package io.runwisp.engine;

import static io.runwisp.engine.SampleUnits.service;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.model.BackoffCurve;
import io.runwisp.model.RestartPolicy;
import io.runwisp.model.RunId;
import io.runwisp.model.StopSignal;
import io.runwisp.model.Trigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The lives of replicas. */
final class ServiceRunsTest {

    private static RunId only(EngineDriver driver, String unit) {
        List<RunId> alive = driver.aliveOf(unit);
        assertEquals(1, alive.size(), () -> unit + " " + alive);
        return alive.getFirst();
    }

    @Test
    void everyPlaceGetsALife() {
        EngineDriver driver = new EngineDriver(service("s").instances(3).make()).begun();
        assertEquals(3, driver.aliveOf("s").size());
        assertEquals(List.of(0, 1, 2), driver.rowsOf("s").stream().map(run -> run.replicaIndex()).toList());
        assertEquals(Trigger.SERVICE, driver.lastOf("s").origin().trigger());
    }

    @Test
    void theWaitGrowsToItsCapWhileNoLifeIsStable() {
        EngineDriver driver = new EngineDriver(service("s").make()).begun();
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            driver.exits(only(driver, "s"), 1);
            long before = driver.nanos;
            while (driver.aliveOf("s").isEmpty()) {
                driver.pass(Duration.ofMillis(100));
            }
            waits.add(Duration.ofNanos(driver.nanos - before).toSeconds());
        }
        assertEquals(List.of(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L), waits);
    }

    @Test
    void aStableLifeResetsTheWait() {
        EngineDriver driver = new EngineDriver(service("s").make()).begun();
        for (int i = 0; i < 3; i++) {
            driver.exits(only(driver, "s"), 1);
            driver.pass(Duration.ofSeconds(10));
        }
        driver.pass(Duration.ofSeconds(60));
        driver.exits(only(driver, "s"), 1);
        driver.pass(Duration.ofSeconds(1));
        assertEquals(1, driver.aliveOf("s").size());
    }

    @Test
    void aLifeBeginsOnlyWhenNothingOfTheFormerIsLeft() {
        EngineDriver driver = new EngineDriver(service("s").make()).begun();
        driver.stubborn = true;
        RunId first = only(driver, "s");
        driver.leaves(first, 1);
        driver.pass(Duration.ofSeconds(9));
        assertEquals(List.of(), driver.aliveOf("s"));
        driver.clears(first);
        driver.pass(Duration.ZERO);
        assertEquals(1, driver.aliveOf("s").size(), "its rest counted from its exit and is over");
    }

    @Test
    void howLongItRestsIsToldWithoutFractionsOfNoMeaning() {
        EngineDriver driver = new EngineDriver(service("s").make()).begun();
        driver.exits(only(driver, "s"), 1);
        driver.pass(Duration.ofSeconds(1));
        driver.stubborn = true;
        RunId second = only(driver, "s");
        driver.leaves(second, 1);
        driver.pass(Duration.ofMillis(60));
        driver.clears(second);
        driver.pass(Duration.ZERO);
        assertEquals(List.of("service s starts again in 1s", "service s starts again in 2s"),
                driver.seen(EngineEffect.Narrate.class)
                    .stream()
                    .map(EngineEffect.Narrate::text)
                    .filter(text -> text.contains("starts again"))
                    .toList());
    }

    @Test
    void aRestartIsToldOf() {
        EngineDriver driver = new EngineDriver(service("s").make()).begun();
        driver.exits(only(driver, "s"), 1);
        driver.pass(Duration.ofSeconds(1));
        assertTrue(driver.events().contains("service.restarted s: s is started again"));
    }

    @Test
    void toleratedFailedStartsAreToleratedAndTheNextOneGivesUp() {
        EngineDriver driver = new EngineDriver(service("s").attempts(2).make()).begun();
        for (int i = 0; i < 2; i++) {
            driver.exits(only(driver, "s"), 7);
            driver.pass(Duration.ofSeconds(10));
        }
        RunId last = only(driver, "s");
        driver.exits(last, 7);
        driver.pass(Duration.ofHours(1));
        assertEquals(List.of(), driver.aliveOf("s"));
        assertEquals("start_failed", driver.row(last).outcome());
        assertTrue(driver.events()
            .contains("service.fatal s: s has given up after 3 failed starts in a row; the last one: exit code 7"));
        driver.ask(ticket -> new EngineMessage.StartService(ticket, "s"));
        assertEquals(Trigger.API, driver.row(only(driver, "s")).origin().trigger());
    }

    @Test
    void zeroToleratedFailedStartsGiveUpAtTheFirst() {
        EngineDriver driver = new EngineDriver(service("s").attempts(0).make()).begun();
        RunId only = only(driver, "s");
        driver.exits(only, 1);
        assertEquals("start_failed", driver.row(only).outcome());
    }

    @Test
    void whoStopsAServiceParksIt() {
        EngineDriver driver = new EngineDriver(service("s").instances(2).make()).begun();
        driver.ask(ticket -> new EngineMessage.StopUnit(ticket, "s"));
        driver.pass(Duration.ofHours(1));
        assertEquals(List.of(), driver.aliveOf("s"));
        assertEquals(2, driver.rowsOf("s").size());
    }

    @Test
    void stopOutranksARestartInFlight() {
        EngineDriver driver = new EngineDriver(service("s").make()).begun();
        driver.stubborn = true;
        driver.ask(ticket -> new EngineMessage.RestartService(ticket, "s"));
        driver.ask(ticket -> new EngineMessage.StopUnit(ticket, "s"));
        driver.pass(Duration.ofHours(1));
        assertEquals(List.of(), driver.aliveOf("s"));
        assertEquals(1, driver.rowsOf("s").size());
    }

    @Test
    void aRestartSkipsTheWaitAndItsFirstRunsCarryApi() {
        EngineDriver driver = new EngineDriver(service("s").backoff(BackoffCurve.CONSTANT, Duration.ofSeconds(30))
            .make()).begun();
        RunId first = only(driver, "s");
        driver.ask(ticket -> new EngineMessage.RestartService(ticket, "s"));
        assertEquals(List.of(StopSignal.SIGTERM), driver.signalsTo(first));
        RunId second = only(driver, "s");
        assertEquals(Trigger.API, driver.row(second).origin().trigger());
        driver.exits(second, 1);
        driver.pass(Duration.ofSeconds(30));
        assertEquals(Trigger.SERVICE, driver.row(only(driver, "s")).origin().trigger());
    }

    @Test
    void startFillsOnlyWhatIsEmpty() {
        EngineDriver driver = new EngineDriver(service("s").instances(2)
            .backoff(BackoffCurve.CONSTANT, Duration.ofSeconds(30))
            .make()).begun();
        RunId stays = driver.aliveOf("s").getFirst();
        driver.exits(driver.aliveOf("s").getLast(), 1);
        driver.ask(ticket -> new EngineMessage.StartService(ticket, "s"));
        assertEquals(2, driver.aliveOf("s").size());
        assertTrue(driver.alive.contains(stays));
    }

    @Test
    void onFailureLetsACleanExitBeTheEnd() {
        EngineDriver driver = new EngineDriver(service("s").restart(RestartPolicy.ON_FAILURE).make()).begun();
        driver.exits(only(driver, "s"), 1);
        driver.pass(Duration.ofSeconds(1));
        driver.exits(only(driver, "s"), 0);
        driver.pass(Duration.ofHours(1));
        assertEquals(List.of(), driver.aliveOf("s"));
    }

    @Test
    void aServiceThatDoesNotStartByItselfWaitsForSomebody() {
        EngineDriver driver = new EngineDriver(service("s").notByItself().make()).begun();
        driver.pass(Duration.ofMinutes(1));
        assertEquals(List.of(), driver.rowsOf("s"));
        driver.ask(ticket -> new EngineMessage.StartService(ticket, "s"));
        assertEquals(1, driver.aliveOf("s").size());
    }

    @Test
    void thePriorityIsTheOrderOfTheStart() {
        EngineDriver driver = new EngineDriver(service("a").priority(9).make(), service("b").priority(1).make(),
                service("c").priority(9).make())
            .begun();
        assertEquals(List.of("b", "a", "c"),
                driver.rows.values().stream().map(run -> run.taskName()).toList());
    }

    @Test
    void aDependantWaitsTwoSecondsForWhatHasNoHealthCheck() {
        EngineDriver driver = new EngineDriver(service("app").dependsOn("db").priority(1).make(),
                service("db").make())
            .begun();
        driver.pass(Duration.ofMillis(1_900));
        assertEquals(List.of(), driver.aliveOf("app"));
        driver.pass(Duration.ofMillis(350));
        assertEquals(1, driver.aliveOf("app").size());
    }

    @Test
    void aDependantWaitsForThirtySecondsAtMost() {
        EngineDriver driver = new EngineDriver(service("app").dependsOn("db").make(),
                service("db").probe("@every 5s", 0).make())
            .begun();
        driver.pass(Duration.ofSeconds(29));
        assertEquals(List.of(), driver.aliveOf("app"));
        driver.pass(Duration.ofSeconds(2));
        assertEquals(1, driver.aliveOf("app").size());
        assertTrue(driver.seen(EngineEffect.Narrate.class)
            .stream()
            .anyMatch(line -> line.text().equals("service app is started although db is not up after 30s")));
    }

    @Test
    void aDependantDoesNotWaitForWhatIsNotComing() {
        EngineDriver driver = new EngineDriver(service("app").dependsOn("db").make(),
                service("db").notByItself().make())
            .begun();
        assertEquals(1, driver.aliveOf("app").size());
    }

    @Test
    void aPassedHealthCheckReleasesDependants() {
        EngineDriver driver = new EngineDriver(service("app").dependsOn("db").make(),
                service("db").probe("@every 5s", 0).make())
            .begun();
        driver.pass(Duration.ofSeconds(5));
        driver.send(new ProcessReport.Probed(only(driver, "db"), 0, false, ""));
        driver.pass(Duration.ofMillis(250));
        assertEquals(1, driver.aliveOf("app").size());
    }

    @Test
    void aReplicaWhoseHealthCheckNeverPassesIsEnded() {
        EngineDriver driver = new EngineDriver(service("s").probe("@every 10s", 3).make()).begun();
        RunId run = only(driver, "s");
        for (int i = 0; i < 6; i++) {
            driver.pass(Duration.ofSeconds(10));
            driver.send(new ProcessReport.Probed(run, 1, false, "connection refused"));
        }
        assertEquals("unhealthy", driver.row(run).outcome());
    }

    @Test
    void aHealthCheckThatHadPassedIsAskedAgainBeforeItCounts() {
        EngineDriver driver = new EngineDriver(service("s").probe("@every 10s", 1).make()).begun();
        RunId run = only(driver, "s");
        driver.pass(Duration.ofSeconds(10));
        driver.send(new ProcessReport.Probed(run, 0, false, ""));
        driver.pass(Duration.ofSeconds(10));
        driver.send(new ProcessReport.Probed(run, 1, false, ""));
        assertTrue(driver.alive.contains(run));
        driver.pass(Duration.ofSeconds(1));
        assertEquals(3, driver.seen(EngineEffect.StartProbe.class).size());
        driver.send(new ProcessReport.Probed(run, 1, false, ""));
        assertFalse(driver.alive.contains(run));
        assertEquals("unhealthy", driver.row(run).outcome());
        assertEquals("ended because its health check failed 2 times: exit code 1", driver.row(run).message());
    }

    @Test
    void aReplicaIsToldItsIndexWhenItIsWanted() {
        EngineDriver driver = new EngineDriver(service("s").instances(2).replicaEnv().make()).begun();
        assertEquals("1", driver.seen(EngineEffect.LaunchProcess.class)
            .getLast()
            .launch()
            .command()
            .environment()
            .get("RUNWISP_REPLICA_INDEX"));
    }
}
