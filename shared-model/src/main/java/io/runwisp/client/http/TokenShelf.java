package io.runwisp.client.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps the token of a daemon from one call to the next, so that not each of them has to log in. */
public interface TokenShelf {

    /** What was kept for a daemon, or null. */
    @Nullable
    String take(DaemonAddress daemon);

    /** Keeps this one. When it cannot, the next login is needed sooner; that is all. */
    void keep(DaemonAddress daemon, String token);

    /** Keeps it in memory, for as long as the program lives. */
    static TokenShelf inMemory() {
        return new TokenShelf() {

            private final Map<DaemonAddress, String> tokens = new ConcurrentHashMap<>();

            @Override
            public @Nullable String take(DaemonAddress daemon) {
                return tokens.get(daemon);
            }

            @Override
            public void keep(DaemonAddress daemon, String token) {
                tokens.put(daemon, token);
            }
        };
    }
}
