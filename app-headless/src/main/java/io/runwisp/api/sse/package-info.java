/**
 * Streams as they go over the wire: frames of server-sent events, how many may be open, and how each begins, lives and ends.
 *
 * <p>A stream belongs to the thread of its request, which alone writes; others may tell it to end, and cut it when it does not get on. Knows no server: what it
 * writes to is an output stream. Imports {@code api.stream}, {@code client}, {@code wire} and {@code time}. Invariants: a client that does not read is cut off
 * within what {@link io.runwisp.api.sse.StreamRoom.Pace} says; no stream outlives the session that it was opened in.
 */
@NullMarked
package io.runwisp.api.sse;

import org.jspecify.annotations.NullMarked;
