/**
 * Records to JSON and back: the components of a record are the fields of its object, so that a record is the whole truth about its JSON.
 *
 * <p>Owned by no thread. Imports {@code jackson-core} and the JDK. Invariants: a value that is absent is left out, never null; a list is never left out; a
 * name in snake case is the component's name in camel case; nothing is looked up before it is used for the first time.
 */
@NullMarked
package io.runwisp.wire.json;

import org.jspecify.annotations.NullMarked;
