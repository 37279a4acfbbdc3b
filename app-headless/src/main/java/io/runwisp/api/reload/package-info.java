/**
 * Takes the configuration anew while the daemon runs: what differs, what would happen, and that it happens as a whole or not at all.
 *
 * <p>Owned by no thread: one reload at a time, on the thread of whoever asks. Imports {@code config}, {@code engine}, {@code wire} and what lies below.
 * Invariants: what a dry run says is computed as the real thing is; no value of a secret is told; what was rejected has changed nothing.
 */
@NullMarked
package io.runwisp.api.reload;

import org.jspecify.annotations.NullMarked;
