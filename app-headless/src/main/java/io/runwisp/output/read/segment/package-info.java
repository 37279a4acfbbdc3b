/**
 * The text of a log as lines: which files belong together, what their lines are numbered, and where a line begins.
 *
 * <p>Owned by whoever opened it, one thread at a time. Imports {@code output.format} and {@code model}. Invariants: files that a rotation has mixed up are
 * never read as one log; memory does not grow with the size of a file; an index is a hint that is checked, the text is the truth.
 */
@NullMarked
package io.runwisp.output.read.segment;

import org.jspecify.annotations.NullMarked;
