package io.runwisp.client;

import org.jspecify.annotations.Nullable;

/**
 * An event as it comes over the wire.
 *
 * @param id what to go on behind, or null when it cannot be gone on behind it
 * @param data JSON
 */
public record EventFrame(@Nullable String id, String name, String data) {
}
