/**
 * The logs of runs: takes what processes print, writes it to files, and hands every line that is in its file to whoever follows it.
 *
 * <p>A log is owned by the one thread that feeds it; the bus is shared. Imports {@code engine}, {@code model}, {@code data}, {@code time} and its own parts. Invariants: a
 * line is published after it is in the file and under the same number; nobody who listens can make the writer wait; every cut leaves a line that says so.
 */
@NullMarked
package io.runwisp.output;

import org.jspecify.annotations.NullMarked;
