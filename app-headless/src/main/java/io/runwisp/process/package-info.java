/**
 * Starts the processes of runs, signals them, reads what they print, and sees them end; and finds those that a dead daemon left. Runs small commands of the
 * daemon's own ({@code CommandRunner}: hooks, the local mailer).
 *
 * <p>Two threads own everything: {@code runwisp-spawner} starts, signals and reaps, {@code runwisp-output} reads every pipe and feeds the logs. Imports
 * {@code engine}, {@code config}, {@code time} and {@code model}. Invariants: no process executes anything of its script before its gate is opened; a number is
 * signalled only while it cannot belong to somebody else; no child keeps a descriptor of the daemon.
 */
@NullMarked
package io.runwisp.process;

import org.jspecify.annotations.NullMarked;
