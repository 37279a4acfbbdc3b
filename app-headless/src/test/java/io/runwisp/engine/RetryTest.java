package io.runwisp.engine;

import static io.runwisp.engine.SampleUnits.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.engine.definition.TaskDefinition;
import io.runwisp.model.BackoffCurve;
import io.runwisp.model.OverlapPolicy;
import io.runwisp.model.Run;
import io.runwisp.model.RunId;
import io.runwisp.model.Trigger;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What follows a failed run of a task. */
final class RetryTest {

    private static TaskDefinition twice() {
        return task("a").retry(2, BackoffCurve.LINEAR, Duration.ofSeconds(10)).make();
    }

    @Test
    void aFailedRunIsTriedAgainAfterItsWaitAndTheChainIsLinked() {
        EngineDriver driver = new EngineDriver(twice()).begun();
        RunId first = driver.triggered("a");
        driver.exits(first, 1);
        assertEquals(driver.wall.plusSeconds(10), driver.row(first).nextRetryAt());
        driver.pass(Duration.ofMillis(9_999));
        assertEquals(1, driver.rows.size());
        driver.pass(Duration.ofMillis(1));
        Run second = driver.lastOf("a");
        assertEquals(first, second.origin().retryOf());
        assertEquals(1, second.origin().retryAttempt());
        assertEquals(Trigger.API, second.origin().trigger());
        assertNull(driver.row(first).nextRetryAt());
        driver.exits(second.id(), 1);
        driver.pass(Duration.ofSeconds(20));
        Run third = driver.lastOf("a");
        assertEquals(second.id(), third.origin().retryOf());
        driver.exits(third.id(), 1);
        driver.pass(Duration.ofHours(1));
        assertEquals(3, driver.rows.size(), "two retries and no more");
        assertNull(driver.row(third.id()).nextRetryAt());
    }

    @Test
    void aRunThatWasStoppedIsNotTriedAgain() {
        EngineDriver driver = new EngineDriver(twice()).begun();
        RunId run = driver.triggered("a");
        driver.ask(ticket -> new EngineMessage.StopRun(ticket, run));
        driver.pass(Duration.ofHours(1));
        assertEquals(1, driver.rows.size());
    }

    @Test
    void aStopDuringTheWaitCancelsTheRetryWithAnEventAndAText() {
        EngineDriver driver = new EngineDriver(twice()).begun();
        RunId run = driver.triggered("a");
        driver.exits(run, 1);
        driver.ask(ticket -> new EngineMessage.StopUnit(ticket, "a"));
        driver.pass(Duration.ofHours(1));
        assertEquals(1, driver.rows.size());
        assertNull(driver.row(run).nextRetryAt());
        assertEquals("its retry was cancelled: stopped by hand", driver.row(run).message());
        assertTrue(driver.events().contains("run.updated a failed"));
    }

    @Test
    void aStopWhileTheEndIsBeingWrittenCancelsTheRetryAsWell() {
        EngineDriver driver = new EngineDriver(twice()).begun();
        RunId run = driver.triggered("a");
        driver.diskHeld = true;
        driver.exits(run, 1);
        driver.order(ticket -> new EngineMessage.StopRun(ticket, run));
        driver.releaseDisk();
        driver.pass(Duration.ofHours(1));
        assertEquals(1, driver.rows.size());
        assertNull(driver.row(run).nextRetryAt());
    }

    @Test
    void aRetryMeetsTheOverlapPolicyLikeAnyOther() {
        EngineDriver driver = new EngineDriver(task("a").overlap(OverlapPolicy.SKIP)
            .retry(1, BackoffCurve.CONSTANT, Duration.ofSeconds(10))
            .make()).begun();
        driver.exits(driver.triggered("a"), 1);
        driver.triggered("a");
        driver.pass(Duration.ofSeconds(10));
        assertEquals("skipped", driver.lastOf("a").outcome());
        assertNotNull(driver.lastOf("a").origin().retryOf());
    }

    @Test
    void aWaitSurvivesTheEndOfTheDaemonAndIsNeverLongerThanTheWhole() {
        EngineDriver before = new EngineDriver(twice()).begun();
        RunId run = before.triggered("a");
        before.exits(run, 1);
        EngineDriver after = new EngineDriver(before.journal, twice());
        after.wall = before.wall.minus(Duration.ofDays(1));
        after.begun();
        after.pass(Duration.ofMillis(9_999));
        assertEquals(List.of(), after.rowsOf("a"), "the clock was set back, and the wait is whole again");
        after.pass(Duration.ofMillis(1));
        assertEquals(run, after.lastOf("a").origin().retryOf());
    }

    @Test
    void aWaitThatIsOverAtTheStartIsTriedAtOnce() {
        EngineDriver before = new EngineDriver(twice()).begun();
        RunId run = before.triggered("a");
        before.exits(run, 1);
        EngineDriver after = new EngineDriver(before.journal, twice());
        after.wall = before.wall.plusSeconds(3_600);
        after.begun().pass(Duration.ZERO);
        assertEquals(run, after.lastOf("a").origin().retryOf());
    }

    @Test
    void fewerAttemptsInTheConfigurationCancelTheWait() {
        EngineDriver before = new EngineDriver(twice()).begun();
        RunId run = before.triggered("a");
        before.exits(run, 1);
        EngineDriver after = new EngineDriver(before.journal, task("a").make()).begun();
        assertNull(after.row(run).nextRetryAt());
        assertEquals("its retry was cancelled: the configuration allows fewer attempts now",
                after.row(run).message());
    }

    @Test
    void aRetryThatIsDueWhileTheJournalStandsComesAfterwards() {
        EngineDriver driver = new EngineDriver(twice()).begun();
        driver.exits(driver.triggered("a"), 1);
        driver.send(new EngineMessage.JournalStalled("disk full"));
        driver.pass(Duration.ofMinutes(1));
        assertEquals(1, driver.rows.size());
        driver.send(new EngineMessage.JournalRecovered());
        assertEquals(2, driver.rows.size());
    }
}
