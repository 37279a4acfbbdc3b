/**
 * A line of things that wait for one worker: what channels, hooks and monitors have in common.
 *
 * <p>The worker of a line owns what is under way, a lock the rest. Imports nothing. Invariants: there is a worker exactly while something can be done, and never
 * a second one; handing in never waits; a line has a bound; no fault of a job ends the line.
 */
@NullMarked
package io.runwisp.notify.line;

import org.jspecify.annotations.NullMarked;
