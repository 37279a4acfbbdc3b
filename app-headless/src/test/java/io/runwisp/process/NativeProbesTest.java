package io.runwisp.process;

import io.runwisp.engine.ChildScript;
import io.runwisp.engine.ProbeContract;
import io.runwisp.engine.ProcessLauncher;
import io.runwisp.engine.ProcessReport;
import io.runwisp.time.SystemMonotonicClock;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;

class NativeProbesTest extends ProbeContract {

    private final RealLauncher<NativeProcessLauncher> real = new RealLauncher<>(
            parts -> new NativeProcessLauncher(parts.sink(), new SystemMonotonicClock(), parts.reports(),
                    parts.trouble()));

    @AfterEach
    void close() {
        real.launcher.close();
        real.check();
    }

    @Override
    protected ProcessLauncher launcher() {
        return real.launcher;
    }

    @Override
    protected String script(ChildScript child) {
        return child.sh();
    }

    @Override
    protected List<ProcessReport> reports() {
        return real.reports();
    }

    @Override
    protected void await(String what, BooleanSupplier condition) {
        real.await(what, condition);
    }
}
