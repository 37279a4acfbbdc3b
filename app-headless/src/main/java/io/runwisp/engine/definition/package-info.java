/**
 * Tasks and services as the engine knows them: plain values, with every default filled in.
 *
 * <p>Owned by no thread. Imports {@code config}, {@code schedule} and {@code model}. Invariant: whatever is in here was
 * checked when the configuration was read.
 */
@NullMarked
package io.runwisp.engine.definition;

import org.jspecify.annotations.NullMarked;
