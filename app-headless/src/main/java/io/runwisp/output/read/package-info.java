/**
 * Reading the logs of runs: pages by line and by time, the end, what is being written, and the whole of it.
 *
 * <p>Owned by whoever asks, one thread at a time. Imports {@code output}, {@code output.format}, {@code output.read.segment} and {@code model}. Invariants:
 * nothing here writes, reads a clock or keeps a file in memory; line numbers go on over rotations; what is left out is told.
 */
@NullMarked
package io.runwisp.output.read;

import org.jspecify.annotations.NullMarked;
