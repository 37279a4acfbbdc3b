/**
 * The dashboard, as far as the daemon has to do with it: what its screens show, computed here with {@code view} and pushed when it changes, and its files.
 *
 * <p>{@link io.runwisp.web.ViewRoom} has a virtual thread that alone draws what is watched, as long as somebody watches; the rest belongs to the threads of the
 * requests. Imports {@code api}, {@code view}, {@code live}, {@code client}, {@code wire}, {@code config}, {@code time} and {@code model}. Invariants: nobody
 * watches, nothing is computed; what many watch is drawn once; a screen is drawn four times a second at most, and never for more than a fifth of the time;
 * what waits for a client that does not read is bounded.
 */
@NullMarked
package io.runwisp.web;

import org.jspecify.annotations.NullMarked;
