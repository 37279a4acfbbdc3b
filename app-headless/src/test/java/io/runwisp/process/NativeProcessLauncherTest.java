package io.runwisp.process;

import io.runwisp.engine.LauncherScene;
import io.runwisp.engine.ProcessLauncherContract;
import io.runwisp.time.SystemMonotonicClock;

class NativeProcessLauncherTest extends ProcessLauncherContract {

    @Override
    protected LauncherScene scene() {
        return new RealLauncher<>(parts -> new NativeProcessLauncher(parts.sink(), new SystemMonotonicClock(),
                parts.reports(), parts.trouble(), parts.variables(), Tools.ofThisMachine()),
                NativeProcessLauncher::close);
    }
}
