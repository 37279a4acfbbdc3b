/**
 * What the bell tells of: which events ring it, in which words, and what is folded with what.
 *
 * <p>Owned by no thread. Imports {@code config}, {@code engine}, {@code model} and {@code wire}. Invariants: what rings is written in the same batch as the row of
 * its run, so that neither is there without the other; nobody waits for the bell.
 */
@NullMarked
package io.runwisp.bell;

import org.jspecify.annotations.NullMarked;
