/**
 * What each screen shows, as one record: a page of the browser, a screen of the terminal, a view of the desktop. They are made of the records of the other
 * packages of {@code view}, and are their own JSON.
 *
 * <p>Owned by no thread: everything here is immutable and pure. Imports the other packages of {@code view}, {@code live}, {@code client}, {@code wire} and
 * {@code model}. Invariants: a screen opens with a sentence; beside each text about a time stands the time itself, so that it can be told anew while
 * somebody looks; lists are bounded.
 */
@NullMarked
package io.runwisp.view.screen;

import org.jspecify.annotations.NullMarked;
