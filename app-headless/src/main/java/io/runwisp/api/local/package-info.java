/**
 * The client's list of operations, answered in the process of the daemon.
 *
 * <p>Owned by no thread: any may ask, and waits for its own answer only. Imports everything below {@code api}. Invariants: a refusal is an {@code ApiProblem} with
 * a code of the document; what is said to be done is on the disk.
 */
@NullMarked
package io.runwisp.api.local;

import org.jspecify.annotations.NullMarked;
