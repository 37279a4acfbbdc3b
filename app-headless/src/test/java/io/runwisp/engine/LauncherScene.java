package io.runwisp.engine;

import io.runwisp.model.RunId;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A launcher as the contracts need it: the fake one on its machine in virtual time, or a real one with real processes. */
public interface LauncherScene extends AutoCloseable {

    /** The variable by which everything that a run started can be told: its value is the id of the run. */
    String MARK = "CONTRACT_RUN";

    /** The launcher under test, the same throughout a test. */
    ProcessLauncher launcher();

    /** The script of a command that does this. */
    String script(ChildScript child);

    /** Everything that the launcher has told so far, in order. */
    List<ProcessReport> reports();

    /** What the log of a run says now; {@code [ERR] } stands in front of error output and {@code [SYSTEM] } in front of the daemon's. */
    List<String> log(RunId run);

    /** How many processes live that began with this run, those included that left its session. */
    int living(RunId run);

    /** Lets time pass until something holds; fails within a bound when it does not come to hold. */
    void await(String what, BooleanSupplier condition);

    /** Ends the launcher; fails when it met something that should not have happened. */
    @Override
    void close();
}
