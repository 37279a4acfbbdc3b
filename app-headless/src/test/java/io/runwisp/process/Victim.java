package io.runwisp.process;

import io.runwisp.engine.ProcessLauncher.Launch;
import io.runwisp.engine.ProcessLauncher.Probe;
import io.runwisp.engine.ProcessReport;
import io.runwisp.model.RunId;
import io.runwisp.time.SystemMonotonicClock;
import java.time.Duration;
import java.util.List;

/**
 * A daemon to be killed: a JVM of its own that starts one process and then waits for its death. Prints the number of the process, and a line when it is released.
 */
final class Victim {

    private Victim() {
    }

    /** The first argument says what to do with the process: hold it, release it, have it die with the daemon, or probe with it; the second is its script. */
    public static void main(String[] arguments) throws InterruptedException {
        MemorySink logs = new MemorySink();
        RunId run = Stage.newRun();
        NativeProcessLauncher launcher = new NativeProcessLauncher(logs, new SystemMonotonicClock(), report -> {
            if (report instanceof ProcessReport.Launched launched) {
                System.out.println(launched.process().pid() + " " + launched.process().startTicks() + " "
                        + launched.process().pipeInodes());
            }
        }, Throwable::printStackTrace);
        switch (arguments[0]) {
            case "hold" -> launcher.launch(Stage.launch(run, Stage.script(arguments[1])));
            case "release" -> {
                launcher.launch(Stage.launch(run, Stage.script(arguments[1])));
                launcher.release(run);
            }
            case "die" -> {
                launcher.launch(new Launch(Stage.script(arguments[1]), Stage.order(run), true));
                launcher.release(run);
            }
            case "probe" -> launcher.probe(new Probe(run, Stage.script(arguments[1]), Duration.ofHours(1), List.of()));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        synchronized (Victim.class) {
            while (true) {
                Victim.class.wait();
            }
        }
    }
}
