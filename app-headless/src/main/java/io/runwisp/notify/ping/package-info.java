/**
 * Pings: an outside monitor is told of the start, the success and the failure of each run of a unit, so that it notices when they no longer come.
 *
 * <p>Each unit has a thread of its own, which there is only while something waits. Imports {@code notify.line}, {@code notify.http},
 * {@code config}, {@code engine} and {@code model}.
 * Invariants: handing one in never waits; the pings of a unit come in the order of what happened; what waits has a bound, and the address, which is secret, is
 * in no log and no file.
 */
@NullMarked
package io.runwisp.notify.ping;

import org.jspecify.annotations.NullMarked;
