package io.runwisp.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.config.language.EnvironmentBase;
import io.runwisp.engine.ProcessReport.Probed;
import io.runwisp.engine.definition.Command;
import io.runwisp.model.RunId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How every launcher must run probes. */
abstract class ProbeContract extends LauncherContract {

    ProbeContract(LauncherScene scene) {
        super(scene);
    }

    private RunId begin(ChildScript child, Duration timeout, @Nullable String directory, String... secrets) {
        RunId replica = runs.pending("probed").id();
        Command command = new Command("/bin/sh", scene.script(child), directory, EnvironmentBase.INHERIT,
                new TreeMap<>(),
                null, null);
        scene.launcher().probe(new ProcessLauncher.Probe(replica, command, timeout, List.of(secrets)));
        return replica;
    }

    private Probed answer(RunId replica) {
        scene.await("the answer of the probe", () -> !answers(replica).isEmpty());
        return answers(replica).getFirst();
    }

    private List<Probed> answers(RunId replica) {
        return scene.reports().stream().filter(report -> report.run().equals(replica)).map(Probed.class::cast).toList();
    }

    private Probed answer(ChildScript child) {
        return answer(begin(child, LONG, null));
    }

    @Test
    void aProbeThatPassesAnswersWithZero() {
        Probed told = answer(ChildScript.begin().prints("well"));
        assertEquals(0, told.exitCode());
        assertFalse(told.timedOut());
        assertTrue(told.tail().contains("well"), told::tail);
    }

    @Test
    void aProbeThatFailsAnswersWithItsExitCodeAndWhatItSaid() {
        Probed told = answer(ChildScript.begin().printsError("refused").exits(3));
        assertEquals(3, told.exitCode());
        assertTrue(told.tail().contains("refused"), told::tail);
    }

    @Test
    void onlyTheLast512BytesAreKept() {
        Probed told = answer(ChildScript.begin().floods(5000).prints("the end"));
        assertEquals(512, told.tail().getBytes(StandardCharsets.UTF_8).length);
        assertTrue(told.tail().contains("the end"), told::tail);
    }

    @Test
    void secretsAreCutOutOfTheAnswer() {
        Probed told = answer(begin(ChildScript.begin().prints("key=s3cr3t-word"), LONG, null, "s3cr3t-word"));
        assertFalse(told.tail().contains("s3cr3t-word"), told::tail);
        assertTrue(told.tail().contains("key="), told::tail);
    }

    @Test
    void aProbeIsKilledWhenItsTimeIsOverAlsoWhenItIgnoresTheTerm() {
        Probed told = answer(begin(ChildScript.begin().ignoresTerm().sleeps(LONG), Duration.ofMillis(200), null));
        assertTrue(told.timedOut());
    }

    @Test
    void aCancelledProbeStillAnswersOnceAndNotAsTimedOut() {
        RunId replica = begin(ChildScript.begin().sleeps(LONG), LONG, null);
        scene.launcher().cancelProbe(replica);
        scene.launcher().cancelProbe(replica);
        Probed told = answer(replica);
        assertFalse(told.timedOut());
        answer(ChildScript.begin());
        assertEquals(1, answers(replica).size());
    }

    @Test
    void aProbeThatCannotBeStartedAnswersWithMinusOne() {
        Probed told = answer(begin(ChildScript.begin(), LONG, "/nonexistent/place"));
        assertEquals(-1, told.exitCode());
        assertFalse(told.timedOut());
    }

    @Test
    void theNextProbeOfAReplicaMayFollowTheAnswer() {
        RunId replica = begin(ChildScript.begin().exits(1), LONG, null);
        answer(replica);
        Command command = new Command("/bin/sh", scene.script(ChildScript.begin()), null, EnvironmentBase.INHERIT,
                new TreeMap<>(), null, null);
        scene.launcher().probe(new ProcessLauncher.Probe(replica, command, LONG, List.of()));
        scene.await("the second answer", () -> answers(replica).size() == 2);
        assertEquals(List.of(1, 0), answers(replica).stream().map(Probed::exitCode).toList());
    }
}
