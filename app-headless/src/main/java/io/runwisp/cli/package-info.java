/**
 * The command line: one class for each command, and the registry that reads arguments and explains itself.
 *
 * <p>Owned by the main thread. Imports {@code time}, {@code auth}, {@code config}, {@code schedule} and its own parts
 * {@code terminal} and {@code report}; what talks to a daemon is {@code remote}, which imports this. Invariants: exit codes are those of {@link io.runwisp.cli.ExitCode}; results go
 * to the output, what went wrong goes to the error stream; everything reaches a command through its constructor or
 * its invocation, nothing through static state.
 */
@NullMarked
package io.runwisp.cli;

import org.jspecify.annotations.NullMarked;
