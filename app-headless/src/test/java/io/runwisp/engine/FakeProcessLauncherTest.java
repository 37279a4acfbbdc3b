package io.runwisp.engine;

import io.runwisp.model.RunId;
import java.util.List;
import java.util.function.BooleanSupplier;

class FakeProcessLauncherTest extends ProcessLauncherContract {

    private final FakeLauncherWorld world = new FakeLauncherWorld();

    @Override
    protected ProcessLauncher launcher() {
        return world.launcher;
    }

    @Override
    protected String script(ChildScript child) {
        return world.script(child);
    }

    @Override
    protected List<ProcessReport> reports() {
        return world.reports;
    }

    @Override
    protected List<String> log(RunId run) {
        return world.log(run);
    }

    @Override
    protected int living(RunId run) {
        return world.machine.living(run);
    }

    @Override
    protected void await(String what, BooleanSupplier condition) {
        world.await(what, condition);
    }
}
