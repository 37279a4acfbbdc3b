/**
 * What a reload has done or would do, line by line, and in one sentence.
 *
 * <p>Owned by no thread: everything here is immutable and pure. Imports {@code view.words} and {@code wire}. Invariant: what the daemon answered is all there, nothing
 * is summed up out of sight.
 */
@NullMarked
package io.runwisp.view.plan;

import org.jspecify.annotations.NullMarked;
