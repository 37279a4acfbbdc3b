/**
 * The words that everyone shares: plain values that daemon and front-ends use with one meaning.
 *
 * <p>Owned by no thread: everything here is immutable. Imports the JDK only. Invariant: a value that exists is valid.
 */
@NullMarked
package io.runwisp.model;

import org.jspecify.annotations.NullMarked;
