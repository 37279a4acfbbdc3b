/**
 * The leaf grammars of the configuration language: durations, sizes, names, addresses, references, failure policies.
 *
 * <p>Owned by no thread: pure functions and immutable values. Imports the JDK, {@code io.runwisp.model} and, for output
 * patterns, re2j. Invariants: no input or output, no clock, no name lookup; a refusal points into the text and says why
 * without repeating the text as a whole, and texts that may be secret (values, web addresses) are never quoted at all.
 */
@NullMarked
package io.runwisp.config.grammar;

import org.jspecify.annotations.NullMarked;
