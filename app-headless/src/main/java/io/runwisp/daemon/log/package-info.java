/**
 * The daemon's own log: what it does, line by line, on the error stream.
 *
 * <p>Any thread may add a line and never waits for whoever reads; one thread writes. Imports {@code cli.terminal}, {@code engine} and {@code time}. Invariant:
 * a line is one line, whatever its text contains, and no password is in it.
 */
@NullMarked
package io.runwisp.daemon.log;

import org.jspecify.annotations.NullMarked;
