package io.runwisp.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.runwisp.config.language.EnvironmentBase;
import io.runwisp.engine.ProcessReport.Cleared;
import io.runwisp.engine.ProcessReport.Exited;
import io.runwisp.engine.ProcessReport.Launched;
import io.runwisp.engine.definition.Command;
import io.runwisp.model.LogFullPolicy;
import io.runwisp.model.RunId;
import io.runwisp.model.StopSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** A part of what every launcher must do, and the words in which it is told. */
abstract class LauncherContract {

    static final Duration LONG = Duration.ofSeconds(60);
    static final Duration SHORT = Duration.ofMillis(50);
    static final OutputSink.Limits UNLIMITED = new OutputSink.Limits(0, LogFullPolicy.DROP_NEW, 0);

    final LauncherScene scene;
    final SampleRuns runs = new SampleRuns();

    LauncherContract(LauncherScene scene) {
        this.scene = scene;
    }

    @AfterEach
    void close() {
        scene.close();
    }

    final RunId launch(ChildScript child) {
        return launch(child, null, UNLIMITED);
    }

    final RunId launch(ChildScript child, @Nullable String directory,
            OutputSink.Limits limits) {
        RunId run = runs.pending("contract").id();
        TreeMap<String, String> environment = new TreeMap<>();
        environment.put(LauncherScene.MARK, run.text());
        Command command = new Command("/bin/sh", scene.script(child), directory, EnvironmentBase.INHERIT, environment,
                null,
                null);
        scene.launcher()
            .launch(new ProcessLauncher.Launch(command,
                    new OutputSink.Order(run, "contract", Instant.EPOCH, limits, List.of()), false));
        return run;
    }

    final RunId released(ChildScript child) {
        return released(child, UNLIMITED);
    }

    final RunId released(ChildScript child, OutputSink.Limits limits) {
        RunId run = launch(child, null, limits);
        awaitReport(run, Launched.class);
        scene.launcher().release(run);
        return run;
    }

    final <R extends ProcessReport> R awaitReport(RunId run, Class<R> kind) {
        scene.await(kind.getSimpleName() + " of " + run, () -> of(run).stream().anyMatch(kind::isInstance));
        return of(run).stream().filter(kind::isInstance).map(kind::cast).findFirst().orElseThrow();
    }

    final List<ProcessReport> of(RunId run) {
        return scene.reports().stream().filter(report -> report.run().equals(run)).toList();
    }

    final boolean isTold(RunId run, Class<? extends ProcessReport> kind) {
        return of(run).stream().anyMatch(kind::isInstance);
    }

    final void awaitLine(RunId run, String line) {
        scene.await("line " + line, () -> scene.log(run).contains(line));
    }

    /** Another process comes and goes, so that whatever was to happen meanwhile has had its time. */
    final void letAnotherRunPass() {
        awaitReport(released(ChildScript.begin().sleeps(Duration.ofMillis(20))), Cleared.class);
    }

    final void awaitOrdinaryEnd(RunId run, int exitCode) {
        Cleared last = awaitReport(run, Cleared.class);
        letAnotherRunPass();
        List<ProcessReport> told = of(run);
        assertEquals(List.of(Launched.class, Exited.class, Cleared.class),
                told.stream().map(Object::getClass).toList(), "each once, in this order");
        assertEquals(exitCode, assertInstanceOf(Exited.class, told.get(1)).exitCode());
        assertEquals(last, told.getLast());
    }

    final void endAndAwait(RunId run) {
        scene.launcher().signal(run, StopSignal.SIGKILL);
        scene.launcher().closeOutput(run);
        awaitReport(run, Cleared.class);
    }
}
