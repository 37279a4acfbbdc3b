package io.runwisp.process;

import io.runwisp.time.SystemMonotonicClock;

class NativeProbesTest extends RealProbeContract<NativeProcessLauncher> {

    NativeProbesTest() {
        super(parts -> new NativeProcessLauncher(parts.sink(), new SystemMonotonicClock(), parts.reports(),
                parts.trouble(), parts.variables(), Tools.ofThisMachine()), NativeProcessLauncher::close);
    }
}
