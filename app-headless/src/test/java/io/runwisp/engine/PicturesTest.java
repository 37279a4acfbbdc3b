package io.runwisp.engine;

import static io.runwisp.engine.SampleUnits.service;
import static io.runwisp.engine.SampleUnits.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.engine.EngineEffect.RunIsOver;
import io.runwisp.engine.EngineEffect.UnitsSeen;
import io.runwisp.model.BackoffCurve;
import io.runwisp.model.OverlapPolicy;
import io.runwisp.model.RunId;
import io.runwisp.model.UnitState;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What those see who look at the engine. */
final class PicturesTest {

    @Test
    void aTaskIsSeenFromItsRestToItsRestAgain() {
        EngineDriver driver = new EngineDriver(task("t").overlap(OverlapPolicy.QUEUE).make()).begun();
        assertEquals(UnitState.IDLE, see(driver, "t").state());
        driver.diskHeld = true;
        driver.trigger("t");
        assertEquals(UnitState.STARTING, see(driver, "t").state());
        driver.diskHeld = false;
        driver.releaseDisk();
        assertEquals(UnitState.RUNNING, see(driver, "t").state());
        driver.trigger("t");
        assertEquals(1, see(driver, "t").queued());
        driver.stubborn = true;
        driver.ask(ticket -> new EngineMessage.StopUnit(ticket, "t"));
        assertEquals(UnitState.STOPPING, see(driver, "t").state());
        driver.exits(driver.aliveOf("t").getFirst(), 143);
        assertEquals(UnitState.IDLE, see(driver, "t").state());
    }

    @Test
    void aPauseAndARetryToComeAreSeen() {
        EngineDriver driver = new EngineDriver(task("t").cron("0 4 * * *")
            .retry(3, BackoffCurve.CONSTANT, Duration.ofMinutes(5))
            .make()).begun();
        RunId run = driver.triggered("t");
        driver.exits(run, 1);
        assertEquals(driver.row(run).nextRetryAt(), see(driver, "t").retryAt());
        driver.ask(ticket -> new EngineMessage.PauseTask(ticket, "t"));
        assertEquals(UnitState.PAUSED, see(driver, "t").state());
        assertNotNull(see(driver, "t").pausedAt());
    }

    @Test
    void aServiceIsAsUrgentAsTheWorstOfItsReplicas() {
        EngineDriver driver = new EngineDriver(service("s").instances(2).make()).begun();
        assertEquals(UnitState.RUNNING, see(driver, "s").state());
        driver.exits(driver.aliveOf("s").getLast(), 3);
        UnitPicture picture = see(driver, "s");
        assertEquals(UnitState.RESTARTING, picture.state());
        UnitPicture.Place waiting = picture.replicas().getLast();
        assertEquals(driver.wall.plusSeconds(1), waiting.nextStart());
        assertEquals(3, Objects.requireNonNull(waiting.lastExit()).exitCode());
        assertNull(picture.replicas().getFirst().lastExit());
    }

    @Test
    void aServiceThatGaveUpAndOneThatWasStoppedAreSeen() {
        EngineDriver driver = new EngineDriver(service("s").attempts(0).make(), service("parked").make()).begun();
        driver.exits(driver.aliveOf("s").getFirst(), 1);
        assertEquals(UnitState.GAVE_UP, see(driver, "s").state());
        driver.ask(ticket -> new EngineMessage.StopUnit(ticket, "parked"));
        UnitPicture parked = see(driver, "parked");
        assertTrue(parked.stopped());
        assertEquals(UnitState.STOPPED, parked.state());
    }

    @Test
    void whatRunsCannotBeStartedOnceMore() {
        EngineDriver driver = new EngineDriver(service("s").make()).begun();
        assertEquals(EngineEffect.Reason.NOT_NOW, ((EngineEffect.Rejected) driver
            .ask(ticket -> new EngineMessage.StartService(ticket, "s"))).reason());
    }

    @Test
    void whateverChangesIsToldOfItsUnitAndOfNoOther() {
        EngineDriver driver = new EngineDriver(task("t").make(), task("other").make(), service("s").make()).begun();
        driver.core.touched();
        RunId run = driver.triggered("t");
        assertEquals(Set.of("t"), driver.core.touched());
        assertEquals(Set.of(), driver.core.touched());
        driver.exits(run, 0);
        assertEquals(Set.of("t"), driver.core.touched());
        driver.exits(driver.aliveOf("s").getFirst(), 1);
        assertEquals(Set.of("s"), driver.core.touched());
        see(driver, "t");
        assertEquals(Set.of(), driver.core.touched());
    }

    @Test
    void whoeverWaitsForARunIsToldWhenItsEndIsOnTheDisk() {
        EngineDriver driver = new EngineDriver(task("t").make()).begun();
        RunId run = driver.triggered("t");
        driver.send(new EngineMessage.AwaitRun(900, run));
        assertNull(driver.answers.get(900L));
        driver.diskHeld = true;
        driver.exits(run, 0);
        assertNull(driver.answers.get(900L));
        driver.diskHeld = false;
        driver.releaseDisk();
        assertEquals(new RunIsOver(), driver.answers.get(900L));
        assertEquals(new RunIsOver(), driver.ask(ticket -> new EngineMessage.AwaitRun(ticket, run)));
    }

    private static UnitPicture see(EngineDriver driver, String unit) {
        List<UnitPicture> seen = ((UnitsSeen) driver.ask(ticket -> new EngineMessage.SeeUnits(ticket, unit))).units();
        assertEquals(List.of(unit), seen.stream().map(picture -> picture.definition().name()).toList());
        return seen.getFirst();
    }
}
