package io.runwisp.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.runwisp.engine.ChildScript.Place;
import io.runwisp.engine.ProcessReport.Cleared;
import io.runwisp.engine.ProcessReport.Exited;
import io.runwisp.model.RunId;
import io.runwisp.model.StopSignal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What becomes of the processes that the leader of a run leaves behind: nothing of them is forgotten, and who left the session is not held. */
abstract class LeftBehindContract extends LauncherContract {

    LeftBehindContract(LauncherScene scene) {
        super(scene);
    }

    @Test
    void aSignalReachesTheGroupAlsoAfterTheExitOfItsLeader() {
        RunId run = released(ChildScript.begin().forks(Place.GROUP, LONG, true).exits(5));
        assertEquals(5, awaitReport(run, Exited.class).exitCode());
        letAnotherRunPass();
        assertFalse(isTold(run, Cleared.class), "a member of the group lives");
        scene.launcher().signal(run, StopSignal.SIGTERM);
        awaitOrdinaryEnd(run, 5);
        assertEquals(0, scene.living(run));
    }

    @Test
    void aMemberWithoutThePipesKeepsTheRunFromBeingCleared() {
        RunId run = released(ChildScript.begin().forks(Place.GROUP, LONG, false).exits(0));
        awaitReport(run, Exited.class);
        letAnotherRunPass();
        assertFalse(isTold(run, Cleared.class), "a member of the group lives");
        scene.launcher().closeOutput(run);
        letAnotherRunPass();
        assertFalse(isTold(run, Cleared.class), "closing the pipes does not end it");
        scene.launcher().signal(run, StopSignal.SIGKILL);
        awaitOrdinaryEnd(run, 0);
    }

    @Test
    void onlyAKillReachesTheOtherGroupsOfTheSession() {
        RunId run = released(ChildScript.begin().forks(Place.OWN_GROUP, LONG, false).prints("ready").sleeps(LONG));
        awaitLine(run, "ready");
        scene.launcher().signal(run, StopSignal.SIGTERM);
        awaitReport(run, Exited.class);
        letAnotherRunPass();
        assertEquals(1, scene.living(run));
        assertFalse(isTold(run, Cleared.class), "a member of the session lives");
        scene.launcher().signal(run, StopSignal.SIGKILL);
        awaitReport(run, Cleared.class);
        assertEquals(0, scene.living(run));
    }

    @Test
    void aMemberInAGroupOfItsOwnWithoutThePipesKeepsTheRunFromBeingCleared() {
        RunId run = released(ChildScript.begin().forks(Place.OWN_GROUP, LONG, false).exits(0));
        awaitReport(run, Exited.class);
        letAnotherRunPass();
        assertFalse(isTold(run, Cleared.class), "a member of the session lives");
        scene.launcher().signal(run, StopSignal.SIGKILL);
        awaitOrdinaryEnd(run, 0);
        assertEquals(0, scene.living(run));
    }

    @Test
    void whoLeftTheSessionWithThePipesKeepsTheRunFromBeingClearedUntilTheyAreClosed() {
        RunId run = released(ChildScript.begin()
            .forks(Place.OWN_SESSION, Duration.ofSeconds(5), true)
            .sleeps(Duration.ofMillis(300))
            .exits(0));
        awaitReport(run, Exited.class);
        letAnotherRunPass();
        assertFalse(isTold(run, Cleared.class), "its pipes are held");
        scene.launcher().closeOutput(run);
        awaitOrdinaryEnd(run, 0);
        assertEquals(1, scene.living(run));
        scene.await("it has ended by itself", () -> scene.living(run) == 0);
    }

    @Test
    void whoLeftTheSessionWithoutThePipesIsNotWaitedFor() {
        RunId run = released(ChildScript.begin()
            .forks(Place.OWN_SESSION, Duration.ofSeconds(5), false)
            .sleeps(Duration.ofMillis(300))
            .exits(0));
        awaitOrdinaryEnd(run, 0);
        assertEquals(1, scene.living(run));
        scene.await("it has ended by itself", () -> scene.living(run) == 0);
    }
}
