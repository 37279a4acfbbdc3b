/**
 * TOML text to a tree that knows where each key and value stands. The only package that sees tomlj.
 *
 * <p>Owned by the thread that loads. Imports tomlj and {@code config.problem}. Invariants: every node has a place; every syntax error of a file is
 * reported, and what could still be read is returned.
 */
@NullMarked
package io.runwisp.config.toml;

import org.jspecify.annotations.NullMarked;
