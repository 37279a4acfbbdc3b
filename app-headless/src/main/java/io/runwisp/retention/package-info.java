/**
 * What goes when there is too much of it: the rows of ended runs together with their logs, by number, by age and by the size of all logs.
 *
 * <p>Owned by the thread that sweeps, which must be neither the engine's nor the journal's. Imports {@code store}, {@code output}, {@code engine} and
 * {@code model}. Invariants: files go before their row, so that a row never outlives a search for what cannot be found again; a run that is not over, or
 * whose retry is still to come, stays; what could not be deleted is said and tried again by the next sweep.
 */
@NullMarked
package io.runwisp.retention;

import org.jspecify.annotations.NullMarked;
