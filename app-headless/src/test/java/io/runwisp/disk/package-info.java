/**
 * A real disk that is too small, for tests of what happens when one is full.
 *
 * <p>Imports nothing of the product. Invariant: where no small disk can be mounted, a test fails and says what is missing; it is never skipped.
 */
@NullMarked
package io.runwisp.disk;

import org.jspecify.annotations.NullMarked;
