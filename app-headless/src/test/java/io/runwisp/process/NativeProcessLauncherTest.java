package io.runwisp.process;

import io.runwisp.time.SystemMonotonicClock;

class NativeProcessLauncherTest extends RealProcessLauncherContract<NativeProcessLauncher> {

    NativeProcessLauncherTest() {
        super(parts -> new NativeProcessLauncher(parts.sink(), new SystemMonotonicClock(), parts.reports(),
                parts.trouble(), parts.variables(), Tools.ofThisMachine()), NativeProcessLauncher::close);
    }
}
