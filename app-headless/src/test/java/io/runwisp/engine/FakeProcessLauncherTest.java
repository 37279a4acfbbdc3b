package io.runwisp.engine;

class FakeProcessLauncherTest extends ProcessLauncherContract {

    @Override
    protected LauncherScene scene() {
        return new FakeLauncherWorld();
    }
}
