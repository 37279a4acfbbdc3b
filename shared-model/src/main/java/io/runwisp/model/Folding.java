package io.runwisp.model;

import java.time.Duration;

/**
 * When occurrences are told as one.
 *
 * @param window how long after the latest one another still belongs to it
 * @param ring of how many the instants are kept, at least one
 */
public record Folding(Duration window, int ring) {

    public Folding {
        if (window.isNegative() || ring < 1) {
            throw new IllegalArgumentException("no folding: " + window + ", " + ring);
        }
    }
}
