package io.runwisp.wire.event;

/** A sign of life. */
public record Ping() {
}
