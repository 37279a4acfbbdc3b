package io.runwisp.wire.event;

/** The file on disk has come to differ from what is in force, or no longer differs. */
public record ConfigStale(boolean stale) {
}
