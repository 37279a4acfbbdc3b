package io.runwisp.process;

import io.runwisp.time.SystemMonotonicClock;

class JdkProbesTest extends RealProbeContract<JdkProcessLauncher> {

    JdkProbesTest() {
        super(parts -> new JdkProcessLauncher(parts.sink(), new SystemMonotonicClock(), parts.reports(),
                parts.trouble(), parts.variables()), JdkProcessLauncher::close);
    }
}
