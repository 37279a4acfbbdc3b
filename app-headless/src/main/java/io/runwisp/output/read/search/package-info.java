/**
 * Searching the logs of a unit's runs, without an index: every byte is looked at, most of them only in passing.
 *
 * <p>Owned by whoever searches, one thread at a time. Imports {@code output.format}, {@code output.read.segment}, {@code model} and re2j. Invariants: bad
 * requests are told before anything is read; a search ends at its deadline and can go on from there; memory is bounded, and time is linear for expressions.
 */
@NullMarked
package io.runwisp.output.read.search;

import org.jspecify.annotations.NullMarked;
