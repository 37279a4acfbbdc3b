/**
 * How somebody comes in: challenges and their proofs, tokens of a session, tickets that open the browser, and the memory of
 * failures.
 *
 * <p>Any thread: each class guards what it keeps, briefly and never during I/O. Imports {@code auth}, {@code model},
 * {@code time}. Invariants: nothing here is on disk, and a restart forgets it; every memory has a bound; what is used once
 * is gone, whether it opened anything or not; durations are monotonic, only the life of a token is wall-clock, because it is
 * written in the token.
 */
@NullMarked
package io.runwisp.auth.login;

import org.jspecify.annotations.NullMarked;
