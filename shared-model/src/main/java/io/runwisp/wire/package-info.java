/**
 * What the API says, word for word: the records of every body and event, with {@code openapi.yaml} beside them.
 *
 * <p>Owned by no thread: everything here is immutable. Imports {@code model}, for the words and for the run that the journal holds. Invariants: a record and its schema name the same
 * fields with the same types, which a test holds; durations without a unit in their name are nanoseconds; times are UTC.
 *
 * <p>All objects and events of the document have their records; nobody serves the document yet. Here lies what every operation may answer: problems and
 * sentences.
 */
@NullMarked
package io.runwisp.wire;

import org.jspecify.annotations.NullMarked;
