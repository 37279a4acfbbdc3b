package io.runwisp.notify;

import java.util.Optional;

/**
 * Where a message goes, as the configuration writes it: {@code id} or {@code id:target}.
 *
 * @param id of the notifier
 * @param detail what stands behind the colon
 */
public record Target(String id, Optional<String> detail) {

    /** Reads one. */
    public static Target of(String token) {
        int colon = token.indexOf(':');
        return colon < 0
                ? new Target(token, Optional.empty())
                : new Target(token.substring(0, colon), Optional.of(token.substring(colon + 1)));
    }
}
