package io.runwisp.daemon.boot;

import io.runwisp.data.DataDirectory;

/**
 * The steps that belong to other parts of the daemon. A step that cannot do its work for a reason that a person can
 * change answers {@link StepResult.Failed}; an exception is a fault of its own and ends the start too.
 *
 * @param <C> the configuration
 * @param <D> the open database
 * @param <S> what serves: port, streams, later the engine
 */
public interface BootPorts<C, D extends BootDatabase, S extends Held> {

    /** Reads and checks the configuration; touches nothing. */
    StepResult<C> loadConfiguration();

    /**
     * Step 2: opens {@code runwisp.db} and brings its tables up to date. The file is there, empty at the first start,
     * with its mode, which SQLite hands on to the files beside it. It may be opened by SQLite only from here on.
     */
    StepResult<D> openDatabase(DataDirectory directory, C configuration);

    /** Step 6: stops the processes that a dead daemon left, all ladders at once, then marks their runs crashed. */
    StepResult<Reconciliation> reconcile(C configuration, D database);

    /** Step 8: binds the port and serves. The engine starts nothing before this has answered. */
    StepResult<S> serve(Prepared<C, D> prepared);
}
