/**
 * SQLite: the journal of the engine, the questions that front-ends ask about runs, and which rows retention lets go.
 *
 * <p>One writer thread owns the write connection; any thread asks through a few read-only connections. Imports {@code data}, {@code engine} and {@code model}; the
 * only package that sees JDBC and MyBatis. Invariants: a receipt is told after the commit is on the disk; nothing here reads a clock; every queue has a bound.
 */
@NullMarked
package io.runwisp.store;

import org.jspecify.annotations.NullMarked;
