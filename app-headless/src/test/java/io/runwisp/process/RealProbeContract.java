package io.runwisp.process;

import io.runwisp.engine.ChildScript;
import io.runwisp.engine.ProbeContract;
import io.runwisp.engine.ProcessLauncher;
import io.runwisp.engine.ProcessReport;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;

/** The contract of probes, kept with real shells. */
abstract class RealProbeContract<L extends ProcessLauncher> extends ProbeContract {

    private final RealLauncher<L> real;
    private final Consumer<L> close;

    RealProbeContract(Function<RealLauncher.Parts, L> maker, Consumer<L> close) {
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
    protected void await(String what, BooleanSupplier condition) {
        real.await(what, condition);
    }
}
