/**
 * The start of the daemon: eight steps in a fixed order, of which each is either done or ends the start.
 *
 * <p>Owned by the main thread. Imports {@code data}, {@code auth} and {@code cli}; the steps that belong to other parts
 * are ports, joined in {@code daemon}. Invariants: nothing is served before all steps are done; a start that fails
 * gives back all that it took, in reverse order, and says in one text which step failed, why, and what to do.
 */
@NullMarked
package io.runwisp.daemon.boot;

import org.jspecify.annotations.NullMarked;
