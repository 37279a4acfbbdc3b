/**
 * The configuration language as data: every table and key is declared once, and decoding, defaults, suggestions, the JSON Schema and the reference
 * page are read off that declaration.
 *
 * <p>Owned by the thread that loads; declarations are immutable. Imports {@code config.toml}, {@code config.grammar}, {@code config.problem} and
 * {@code model}. Invariant: adding a key is one entry.
 */
@NullMarked
package io.runwisp.config.language;

import org.jspecify.annotations.NullMarked;
