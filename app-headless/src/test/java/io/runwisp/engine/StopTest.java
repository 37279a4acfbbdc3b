package io.runwisp.engine;

import static io.runwisp.engine.SampleUnits.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.runwisp.model.EndReason;
import io.runwisp.model.RunId;
import io.runwisp.model.StopSignal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A stop of one run: what outranks it, when it is answered, and what the run comes to. */
final class StopTest {

    @Test
    void aStopOvertakesTheFirstRow() {
        EngineDriver driver = new EngineDriver(task("a").make()).begun();
        driver.diskHeld = true;
        driver.trigger("a");
        RunId run = driver.seen(EngineEffect.LaunchProcess.class).getFirst().launch().run();
        long ticket = driver.order(asked -> new EngineMessage.StopRun(asked, run));
        assertEquals(List.of(StopSignal.SIGKILL), driver.signalsTo(run));
        assertNull(driver.answers.get(ticket), "a death of the daemon would lose it now");
        driver.releaseDisk();
        driver.answer(ticket, EngineEffect.Accepted.class);
        assertEquals(EndReason.STOPPED, driver.end(run).reason());
        assertEquals(-1, driver.end(run).exitCode(), "it executed nothing");
        assertEquals(List.of("run.created a pending", "run.failed a stopped"), driver.runEvents());
    }

    @Test
    void aStopIsWrittenDownBeforeTheSignal() {
        EngineDriver driver = new EngineDriver(task("a").make()).begun();
        RunId run = driver.triggered("a");
        driver.diskHeld = true;
        driver.order(ticket -> new EngineMessage.StopRun(ticket, run));
        assertEquals(List.of(), driver.signalsTo(run));
        driver.releaseDisk();
        assertEquals(List.of(StopSignal.SIGTERM), driver.signalsTo(run));
        assertEquals(EndReason.STOPPED, driver.end(run).reason());
        assertEquals(143, driver.end(run).exitCode());
        assertEquals("stopped by hand", driver.row(run).message());
    }

    @Test
    void aStopIsAnsweredWhenItIsOnTheDisk() {
        EngineDriver driver = new EngineDriver(task("a").make()).begun();
        RunId run = driver.triggered("a");
        driver.diskHeld = true;
        long ticket = driver.order(asked -> new EngineMessage.StopRun(asked, run));
        assertNull(driver.answers.get(ticket), "a death of the daemon would lose it now");
        driver.releaseDisk();
        driver.answer(ticket, EngineEffect.Accepted.class);
    }

    @Test
    void aStopOfWhatIsBeingStartedIsAnsweredWhenItCannotStandInLineAgain() {
        EngineDriver driver = new EngineDriver(task("a").make()).begun();
        driver.spawnHeld = true;
        RunId run = driver.triggered("a");
        long ticket = driver.order(asked -> new EngineMessage.StopRun(asked, run));
        assertNull(driver.answers.get(ticket), "its row still says that it waits for its turn");
        driver.send(new ProcessReport.NotLaunched(run, null, "it was ended before its process was started"));
        driver.answer(ticket, EngineEffect.Accepted.class);
        assertEquals(EndReason.STOPPED, driver.end(run).reason());
    }

    @Test
    void aStalledJournalHoldsNoAnswerToAStop() {
        EngineDriver driver = new EngineDriver(task("a").make()).begun();
        RunId run = driver.triggered("a");
        driver.diskHeld = true;
        long ticket = driver.order(asked -> new EngineMessage.StopRun(asked, run));
        driver.send(new EngineMessage.JournalStalled("disk full"));
        driver.answer(ticket, EngineEffect.Accepted.class);
    }

    @Test
    void aDiskThatDoesNotAnswerHoldsNoStopForLongerThanASecond() {
        EngineDriver driver = new EngineDriver(task("a").make()).begun();
        RunId run = driver.triggered("a");
        driver.diskHeld = true;
        driver.order(ticket -> new EngineMessage.StopRun(ticket, run));
        driver.pass(Duration.ofSeconds(1));
        assertEquals(List.of(StopSignal.SIGTERM), driver.signalsTo(run));
    }

    @Test
    void aStalledJournalHoldsNoStopAtAll() {
        EngineDriver driver = new EngineDriver(task("a").make()).begun();
        RunId run = driver.triggered("a");
        driver.diskHeld = true;
        driver.send(new EngineMessage.JournalStalled("disk full"));
        driver.order(ticket -> new EngineMessage.StopRun(ticket, run));
        assertEquals(List.of(StopSignal.SIGTERM), driver.signalsTo(run));
    }

    @Test
    void whoIgnoresTheSignalIsKilledAfterTheGrace() {
        EngineDriver driver = new EngineDriver(task("a").make()).begun();
        driver.stubborn = true;
        RunId run = driver.triggered("a");
        driver.ask(ticket -> new EngineMessage.StopRun(ticket, run));
        driver.pass(Duration.ofMillis(4_999));
        assertEquals(List.of(StopSignal.SIGTERM), driver.signalsTo(run));
        driver.pass(Duration.ofMillis(1));
        assertEquals(List.of(StopSignal.SIGTERM, StopSignal.SIGKILL), driver.signalsTo(run));
        assertEquals(137, driver.end(run).exitCode());
    }

    @Test
    void noGraceMeansTheKillAtOnce() {
        EngineDriver driver = new EngineDriver(task("a").grace(Duration.ZERO).make()).begun();
        RunId run = driver.triggered("a");
        driver.ask(ticket -> new EngineMessage.StopRun(ticket, run));
        assertEquals(List.of(StopSignal.SIGKILL), driver.signalsTo(run));
    }

    @Test
    void aRunThatEndedBeforeItsSignalKeepsItsOwnReason() {
        EngineDriver driver = new EngineDriver(task("a").make()).begun();
        RunId run = driver.triggered("a");
        driver.diskHeld = true;
        driver.order(ticket -> new EngineMessage.StopRun(ticket, run));
        driver.exits(run, 0);
        driver.releaseDisk();
        assertEquals(EndReason.SUCCESS, driver.end(run).reason());
        assertEquals(List.of(), driver.signalsTo(run));
    }

    @Test
    void theFirstSignalDecidesTheReason() {
        EngineDriver driver = new EngineDriver(task("a").timeout(Duration.ofSeconds(3)).make()).begun();
        driver.stubborn = true;
        RunId run = driver.triggered("a");
        driver.pass(Duration.ofSeconds(4));
        driver.ask(ticket -> new EngineMessage.StopRun(ticket, run));
        driver.pass(Duration.ofSeconds(10));
        assertEquals(EndReason.TIMEOUT, driver.end(run).reason());
    }

    @Test
    void aStopWhileTheProcessIsBeingStartedIsRemembered() {
        EngineDriver driver = new EngineDriver(task("a").make()).begun();
        driver.spawnHeld = true;
        RunId run = driver.triggered("a");
        driver.order(ticket -> new EngineMessage.StopRun(ticket, run));
        driver.send(driver.launched(run));
        assertEquals(List.of(), driver.seen(EngineEffect.ReleaseProcess.class));
        assertEquals(List.of(StopSignal.SIGKILL, StopSignal.SIGKILL), driver.signalsTo(run),
                "where it waits for its start, and behind its gate");
        assertEquals(EndReason.STOPPED, driver.end(run).reason());
        assertEquals(-1, driver.end(run).exitCode(), "it executed nothing");
    }

    @Test
    void aStopBehindTheGateKeepsTheGateShut() {
        EngineDriver driver = new EngineDriver(task("a").make()).begun();
        driver.spawnHeld = true;
        RunId run = driver.triggered("a");
        driver.diskHeld = true;
        driver.send(driver.launched(run));
        driver.order(ticket -> new EngineMessage.StopRun(ticket, run));
        driver.releaseDisk();
        assertEquals(List.of(), driver.seen(EngineEffect.ReleaseProcess.class));
        assertEquals(EndReason.STOPPED, driver.end(run).reason());
    }
}
