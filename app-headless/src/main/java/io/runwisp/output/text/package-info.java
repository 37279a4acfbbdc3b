/**
 * Finding a text in the bytes of lines, as they are or in any case, and finding what an expression cannot match without.
 *
 * <p>Owned by no thread: finders have no state. Imports the JDK only. Invariant: nothing here needs longer than the bytes are long.
 */
@NullMarked
package io.runwisp.output.text;

import org.jspecify.annotations.NullMarked;
