/**
 * The commands that talk to a daemon, on this machine or another: how it is found and let in, and what its answers look like in a terminal, a pipe and JSON.
 *
 * <p>Owned by the main thread; streams call back on their own and hand over. Imports {@code cli}, {@code auth}, {@code time}, {@code client}, {@code live},
 * {@code view}, {@code wire} and {@code model}. Invariants: nothing is sent before the arguments are understood ({@code RemoteCommand}); whatever a daemon says is made safe for a terminal
 * before it is shown; every failure is told in words with what to do.
 */
@NullMarked
package io.runwisp.cli.remote;

import org.jspecify.annotations.NullMarked;
