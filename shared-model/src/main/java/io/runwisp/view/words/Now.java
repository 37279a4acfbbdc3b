package io.runwisp.view.words;

import java.time.Instant;
import java.time.ZoneId;

/**
 * The moment at which something is shown.
 *
 * @param zone the zone of whoever looks
 */
public record Now(Instant at, ZoneId zone) {
}
