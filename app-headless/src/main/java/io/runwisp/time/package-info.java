/**
 * The clocks: what time it is for people. The only package that may read the machine's clock.
 *
 * <p>Owned by no thread: every clock may be read from any. Imports the JDK only. Invariant: whoever needs the time is
 * handed a clock, so that a simulation can hand it another one.
 */
@NullMarked
package io.runwisp.time;

import org.jspecify.annotations.NullMarked;
