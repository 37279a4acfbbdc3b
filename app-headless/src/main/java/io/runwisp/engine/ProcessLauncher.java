package io.runwisp.engine;

import io.runwisp.engine.definition.Command;
import io.runwisp.model.RunId;
import io.runwisp.model.StopSignal;
import java.time.Duration;
import java.util.List;

/**
 * Starts processes and ends them. No call waits: what comes of it is told as a {@link ProcessReport}, in the order in which it happened to a run.
 *
 * <p>A process is started behind a gate: until it is released it executes nothing of its script, and when the daemon dies before that it exits by itself.
 */
public interface ProcessLauncher {

    /**
     * Opens the log of a run and starts its process behind the gate, leader of a session of its own. Answered by {@link ProcessReport.Launched} or
     * {@link ProcessReport.NotLaunched}.
     */
    void launch(Launch launch);

    /** Opens the gate: the row with the identity of the process is committed. Nothing happens for a run that is not behind it. */
    void release(RunId run);

    /**
     * Sends a signal to everything that lives of the run: the process group of its leader, also when the leader is gone; {@code SIGKILL} reaches the whole
     * session. Nothing happens when nothing lives. A run behind its gate is ended without having executed anything, and one that is killed before its turn to
     * start came is not started: {@link ProcessReport.NotLaunched} answers.
     */
    void signal(RunId run, StopSignal signal);

    /** Closes the pipes of a run that somebody else still holds, so that {@link ProcessReport.Cleared} can come. */
    void closeOutput(RunId run);

    /** Writes a line of the daemon into the log of a run, as long as that is open. */
    void say(RunId run, String text);

    /** Runs a probe, answered once by {@link ProcessReport.Probed}. No row and no log knows of it; it never outlives the daemon. */
    void probe(Probe probe);

    /** Kills a probe that runs; its answer still comes. */
    void cancelProbe(RunId replica);

    /**
     * A process that is wanted.
     *
     * @param log the log that it writes; {@code log.run()} is the run
     * @param dieWithDaemon whether the kernel is to kill it when the daemon dies
     */
    record Launch(Command command, OutputSink.Order log, boolean dieWithDaemon) {

        /** Whose process it is. */
        public RunId run() {
            return log.run();
        }
    }

    /**
     * A probe of a replica.
     *
     * @param replica the run that is probed; at most one probe of it runs at a time
     * @param timeout after which it is killed
     * @param secrets what must not be in its answer
     */
    record Probe(RunId replica, Command command, Duration timeout, List<String> secrets) {

        public Probe {
            secrets = List.copyOf(secrets);
        }

        @Override
        public String toString() {
            return "Probe[replica=" + replica + ", command=" + command + ", timeout=" + timeout + "]";
        }
    }
}
