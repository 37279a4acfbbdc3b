/**
 * From the bytes that a process prints to finished lines: UTF-8 made whole, escape sequences played out, secrets taken out.
 *
 * <p>Owned by the thread that feeds the stream. Imports the JDK only. Invariants: the lines do not depend on how the bytes were cut into chunks; a line is
 * valid UTF-8 without control characters but TAB and colours; memory is bounded whatever a process prints.
 */
@NullMarked
package io.runwisp.output.terminal;

import org.jspecify.annotations.NullMarked;
