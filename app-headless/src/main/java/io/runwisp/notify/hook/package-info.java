/**
 * Hooks: local commands that are run at events, with the event as JSON to read.
 *
 * <p>Each hook has a thread of its own, which there is only while something waits for it. Imports {@code notify.line}, {@code config}, {@code engine}, {@code process}, {@code wire}
 * and {@code model}. Invariants: handing in an event never waits; a hook gets one event at a time, in their order; what waits has a bound.
 */
@NullMarked
package io.runwisp.notify.hook;

import org.jspecify.annotations.NullMarked;
