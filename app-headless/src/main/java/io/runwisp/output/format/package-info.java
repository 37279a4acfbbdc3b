/**
 * The files of a log, byte for byte: what they are called, and what stands in the text, the two indexes and the meta file.
 *
 * <p>Owned by no thread: values and readers only. Imports the JDK and {@code model}. Invariants: what is written here can be read here; a record that a
 * crash has cut short is not there.
 */
@NullMarked
package io.runwisp.output.format;

import org.jspecify.annotations.NullMarked;
