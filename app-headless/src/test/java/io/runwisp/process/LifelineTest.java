package io.runwisp.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.runwisp.engine.ProcessLauncher.Launch;
import io.runwisp.engine.ProcessReport.Cleared;
import io.runwisp.model.RunId;
import io.runwisp.model.StopSignal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LifelineTest {

    private final Stage stage = new Stage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aWatcherThatSomebodyEndsIsReplacedAndOneServesAll() {
        RunId one = start();
        RunId other = start();
        long first = watcher();

        ProcessHandle.of(first).orElseThrow().destroyForcibly();
        stage.await("no other watcher", () -> watchers().size() == 1 && watcher() != first);

        assertNotEquals(first, watcher());
        stage.launcher.signal(one, StopSignal.SIGTERM);
        stage.launcher.signal(other, StopSignal.SIGTERM);
        stage.await(Cleared.class, one);
        stage.await(Cleared.class, other);
    }

    @Test
    void theWatcherEndsWithTheLauncherAndTakesWhoIsHeldWithIt() {
        RunId done = start();
        stage.launcher.signal(done, StopSignal.SIGTERM);
        stage.await(Cleared.class, done);
        start();
        assertEquals(1, watchers().size());
        long held = stage.pid(start());

        stage.launcher.close();

        stage.await("the watcher lives on", () -> watchers().isEmpty());
        stage.await("who is held lives on", () -> new ProcessTable().find(held).filter(ProcessStat::lives).isEmpty());
    }

    private RunId start() {
        RunId run = Stage.newRun();
        stage.launcher.launch(new Launch(Stage.script("exec sleep 1000"), Stage.order(run), true));
        stage.launcher.release(run);
        stage.await("no watcher", () -> watchers().size() == 1);
        return run;
    }

    private static long watcher() {
        return watchers().getFirst();
    }

    private static List<Long> watchers() {
        long self = ProcessHandle.current().pid();
        return new ProcessTable().living()
            .stream()
            .filter(process -> process.parent() == self && isWatcher(process.pid()))
            .map(ProcessStat::pid)
            .toList();
    }

    private static boolean isWatcher(long pid) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/cmdline"), StandardCharsets.ISO_8859_1)
                .contains("runwisp-lifeline");
        } catch (IOException e) {
            return false;
        }
    }
}
