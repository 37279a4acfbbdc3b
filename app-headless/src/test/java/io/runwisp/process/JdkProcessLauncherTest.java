package io.runwisp.process;

import io.runwisp.engine.LauncherScene;
import io.runwisp.engine.ProcessLauncherContract;
import io.runwisp.time.SystemMonotonicClock;

class JdkProcessLauncherTest extends ProcessLauncherContract {

    @Override
    protected LauncherScene scene() {
        return new RealLauncher<>(parts -> new JdkProcessLauncher(parts.sink(), new SystemMonotonicClock(),
                parts.reports(), parts.trouble(), parts.variables()), JdkProcessLauncher::close);
    }
}
