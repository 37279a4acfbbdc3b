/**
 * Logs as they are shown: lines with numbers and colours, what comes live and what is paged, gaps, finding.
 *
 * <p>{@link io.runwisp.view.log.LogBook} is owned by the thread that shows it; everything else is immutable and pure. Imports {@code view.words},
 * {@code view.run}, {@code client}, {@code wire} and {@code model}. Invariants: what is held is bounded in lines and in characters, however long the log is; no
 * line is held twice; a line that is not there is told as a gap; no text of a process reaches a screen with a control character in it.
 */
@NullMarked
package io.runwisp.view.log;

import org.jspecify.annotations.NullMarked;
