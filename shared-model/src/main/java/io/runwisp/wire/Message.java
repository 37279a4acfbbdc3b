package io.runwisp.wire;

import io.runwisp.wire.json.Required;

/** A sentence for people about what was done. */
public record Message(@Required String message) {
}
