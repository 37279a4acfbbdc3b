/**
 * The clocks: what time it is for people, how long things take, and what the clocks did between two readings. The only
 * package that may read the machine's clocks.
 *
 * <p>Owned by no thread: every clock may be read from any; a {@code ClockWatch} belongs to whoever feeds it. Imports the
 * JDK only. Invariant: whoever needs the time is handed a clock, so that a simulation can hand it another one.
 */
@NullMarked
package io.runwisp.time;

import org.jspecify.annotations.NullMarked;
