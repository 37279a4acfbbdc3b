/**
 * What a run prints, handed on while it is being logged: for a run that somebody watches in a terminal.
 *
 * <p>A log is owned by the one thread that feeds it, and waits there for a reader that is slow, so that in the end the process waits. Imports {@code engine}
 * and its neighbours. Invariant: nothing is dropped or changed but secrets, and a reader that is gone does not disturb the log.
 */
@NullMarked
package io.runwisp.output.echo;

import org.jspecify.annotations.NullMarked;
