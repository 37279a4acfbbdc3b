package io.runwisp.daemon.boot;

/** The data directory while this process is its only owner. */
public interface HeldDirectory extends Held {

    /** Writes the id of this process into it and answers with itself; closing removes the id. */
    StepResult<HeldDirectory> writePid();
}
