package io.runwisp.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that held from one instant to another.
 *
 * @param subject the unit that it is about, or empty when it is about the daemon
 * @param until when it ended, or null while it holds
 * @param detail a text for people
 */
public record Fact(FactKind kind, String subject, Instant from, @Nullable Instant until, String detail) {
}
