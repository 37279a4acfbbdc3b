/**
 * What all parts of the API stand on: the configuration in force, and the way to the engine.
 *
 * <p>Owned by no thread. Imports {@code engine}, {@code config}, {@code client} and {@code wire}, and no other part of {@code api}. Invariant: nobody waits
 * for the engine without a bound.
 */
@NullMarked
package io.runwisp.api.ground;

import org.jspecify.annotations.NullMarked;
