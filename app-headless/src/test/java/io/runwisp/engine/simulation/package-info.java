/**
 * The whole engine in virtual time: random configurations, children, commands and faults from a seed, and checks of what came of them.
 *
 * <p>Owned by the thread that runs a world. Imports {@code engine} and what lies below it. Invariant: nothing here is random but by the seed, and no check asks
 * the engine what it believes.
 */
@NullMarked
package io.runwisp.engine.simulation;

import org.jspecify.annotations.NullMarked;
