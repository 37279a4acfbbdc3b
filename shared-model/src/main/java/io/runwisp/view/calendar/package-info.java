/**
 * What ran, what runs and what will run, on one axis.
 *
 * <p>Owned by no thread: everything here is immutable and pure. Imports {@code view.words}, {@code view.run}, {@code wire} and {@code model}. Invariants: an axis
 * is real time, so that a day on which the clocks change is as long as it is; what is drawn is bounded, however much ran.
 */
@NullMarked
package io.runwisp.view.calendar;

import org.jspecify.annotations.NullMarked;
