/**
 * What a text looks like on a terminal, in a pipe and in a file: colours, widths, glyphs, tables.
 *
 * <p>Owned by the thread that runs the command. Imports the JDK only. Invariants: nothing that came from a file or an
 * argument reaches a terminal with control characters in it; a pipe gets no colours; what is measured is columns, not
 * characters.
 */
@NullMarked
package io.runwisp.cli.terminal;

import org.jspecify.annotations.NullMarked;
