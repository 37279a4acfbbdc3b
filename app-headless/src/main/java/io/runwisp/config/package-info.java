/**
 * The configuration of one daemon as immutable values: what {@code runwisp.toml} and the files around it say, checked and complete.
 *
 * <p>Owned by no thread. Imports {@code config.language}, {@code config.grammar}, {@code config.problem} and {@code model}. Invariants: a {@code Config}
 * that exists is valid; no {@code toString} shows a secret.
 */
@NullMarked
package io.runwisp.config;

import org.jspecify.annotations.NullMarked;
