package io.runwisp.cli;

/** One thing that {@code runwisp} can be asked to do. */
public interface Command {

    /** How it is called and what it understands. */
    Manual manual();

    /** Does it, and answers with the exit code. What can be expected to go wrong is reported, not thrown. */
    int run(Invocation invocation);
}
