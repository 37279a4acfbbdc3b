package io.runwisp.process;

import io.runwisp.engine.ChildScript;
import io.runwisp.engine.ProcessLauncher;
import io.runwisp.engine.ProcessLauncherContract;
import io.runwisp.engine.ProcessReport;
import io.runwisp.model.RunId;
import io.runwisp.time.SystemMonotonicClock;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;

class JdkProcessLauncherTest extends ProcessLauncherContract {

    private final RealLauncher<JdkProcessLauncher> real = new RealLauncher<>(
            parts -> new JdkProcessLauncher(parts.sink(), new SystemMonotonicClock(), parts.reports(),
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
    protected List<String> log(RunId run) {
        return real.log(run);
    }

    @Override
    protected int living(RunId run) {
        return RealLauncher.living(MARK + "=" + run.text());
    }

    @Override
    protected void await(String what, BooleanSupplier condition) {
        real.await(what, condition);
    }
}
