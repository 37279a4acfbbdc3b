package io.runwisp.process;

import io.runwisp.time.SystemMonotonicClock;

class JdkProcessLauncherTest extends RealProcessLauncherContract<JdkProcessLauncher> {

    JdkProcessLauncherTest() {
        super(parts -> new JdkProcessLauncher(parts.sink(), new SystemMonotonicClock(), parts.reports(),
                parts.trouble(), parts.variables()), JdkProcessLauncher::close);
    }
}
