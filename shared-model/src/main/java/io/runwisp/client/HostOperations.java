package io.runwisp.client;

import io.runwisp.wire.auth.LaunchTicket;
import io.runwisp.wire.daemon.DaemonInfo;
import io.runwisp.wire.daemon.Instance;
import io.runwisp.wire.daemon.MetricsSample;
import io.runwisp.wire.daemon.ReloadRequest;
import io.runwisp.wire.daemon.ReloadResult;
import io.runwisp.wire.daemon.SystemStats;
import java.util.List;

/** The part of {@link DaemonApi} about the daemon and its machine. */
public interface HostOperations {

    /**
     * Who listens there. Needs no password.
     *
     * @throws ApiProblem {@code not_local} when it is another machine
     */
    Instance instance();

    /** What the daemon is. */
    DaemonInfo info();

    /** What the machine does. */
    SystemStats system();

    /** What the machine did lately, oldest first; a sample for every five seconds, 32 at most. */
    List<MetricsSample> systemHistory();

    /**
     * Takes the configuration anew, or says what would happen. All of it or nothing is taken.
     *
     * @throws ApiProblem {@code reload_rejected} when the file has errors, which its items name, or changes what cannot change in a running daemon
     */
    ReloadResult reload(ReloadRequest request);

    /**
     * A ticket that lets a browser on the same machine in, once and within a minute.
     *
     * @throws ApiProblem {@code not_local} when it is another machine
     */
    LaunchTicket launchTicket();
}
