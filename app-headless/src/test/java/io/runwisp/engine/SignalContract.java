package io.runwisp.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.runwisp.engine.ChildScript.Place;
import io.runwisp.engine.ProcessReport.Cleared;
import io.runwisp.engine.ProcessReport.Exited;
import io.runwisp.model.RunId;
import io.runwisp.model.StopSignal;
import org.junit.jupiter.api.Test;

/** Whom a signal reaches, and what comes of it. */
abstract class SignalContract extends LauncherContract {

    SignalContract(LauncherScene scene) {
        super(scene);
    }

    @Test
    void aSignalReachesTheWholeGroup() {
        RunId run = released(ChildScript.begin().forks(Place.GROUP, LONG, true).prints("ready").sleeps(LONG));
        awaitLine(run, "ready");
        scene.launcher().signal(run, StopSignal.SIGTERM);
        awaitReport(run, Cleared.class);
        scene.await("nothing lives", () -> scene.living(run) == 0);
    }

    @Test
    void whoIgnoresTheTermEndsByTheKill() {
        RunId run = released(ChildScript.begin().ignoresTerm().prints("ready").sleeps(LONG));
        awaitLine(run, "ready");
        scene.launcher().signal(run, StopSignal.SIGTERM);
        letAnotherRunPass();
        assertFalse(isTold(run, Exited.class));
        scene.launcher().signal(run, StopSignal.SIGKILL);
        awaitOrdinaryEnd(run, 137);
    }

    @Test
    void whoTrapsTheTermExitsAsItWantsTo() {
        RunId run = released(ChildScript.begin().trapsTerm(7, SHORT).prints("ready").sleeps(LONG));
        awaitLine(run, "ready");
        scene.launcher().signal(run, StopSignal.SIGTERM);
        awaitReport(run, Cleared.class);
        assertEquals(7, awaitReport(run, Exited.class).exitCode());
        assertEquals(0, awaitReport(run, Exited.class).signal());
    }

    @Test
    void anotherStopSignalIsSentAsItIs() {
        RunId run = released(ChildScript.begin().prints("ready").sleeps(LONG));
        awaitLine(run, "ready");
        scene.launcher().signal(run, StopSignal.SIGUSR2);
        awaitOrdinaryEnd(run, 128 + 12);
    }
}
