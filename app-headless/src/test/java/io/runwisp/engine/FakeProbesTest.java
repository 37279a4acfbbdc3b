package io.runwisp.engine;

import java.util.List;
import java.util.function.BooleanSupplier;

class FakeProbesTest extends ProbeContract {

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
    protected void await(String what, BooleanSupplier condition) {
        world.await(what, condition);
    }
}
