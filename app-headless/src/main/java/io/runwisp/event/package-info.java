/**
 * The text of events: what subscribers read about committed rows.
 *
 * <p>Owned by no thread. Imports {@code engine} and {@code model}. Invariant: a field that has no value is left out, never null.
 */
@NullMarked
package io.runwisp.event;

import org.jspecify.annotations.NullMarked;
