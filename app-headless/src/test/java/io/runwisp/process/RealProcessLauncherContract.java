package io.runwisp.process;

import io.runwisp.engine.ChildScript;
import io.runwisp.engine.ProcessLauncher;
import io.runwisp.engine.ProcessLauncherContract;
import io.runwisp.engine.ProcessReport;
import io.runwisp.model.RunId;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;

/** The contract of launchers, kept with real shells. */
abstract class RealProcessLauncherContract<L extends ProcessLauncher> extends ProcessLauncherContract {

    private final RealLauncher<L> real;
    private final Consumer<L> close;

    RealProcessLauncherContract(Function<RealLauncher.Parts, L> maker, Consumer<L> close) {
        real = new RealLauncher<>(maker);
        this.close = close;
    }

    @AfterEach
    void close() {
        close.accept(real.launcher);
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
        return real.living(MARK + "=" + run.text());
    }

    @Override
    protected void await(String what, BooleanSupplier condition) {
        real.await(what, condition);
    }
}
