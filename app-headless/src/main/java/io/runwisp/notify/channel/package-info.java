/**
 * Channels: how a message leaves the machine, one class for each provider, and what a provider said to it.
 *
 * <p>Owned by no thread: whoever delivers, waits. Imports {@code notify.http}, {@code config}, {@code process}, {@code time}, {@code bell}, {@code view.words} and {@code model}.
 * Invariants: a channel never throws; every attempt ends within its limit; no credential is in any text that leaves this package; nothing of a provider is
 * loaded before the first delivery.
 */
@NullMarked
package io.runwisp.notify.channel;

import org.jspecify.annotations.NullMarked;
