package io.runwisp.daemon.boot;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What was taken so far. Closing gives it back, the last first; one that fails does not keep the others. */
final class Releases implements Held {

    private final Deque<Held> taken = new ArrayDeque<>();

    /** Remembers one more. */
    synchronized <T extends Held> T add(T held) {
        taken.push(held);
        return held;
    }

    /**
     * Gives everything back.
     *
     * @throws RuntimeException the first that was thrown, after everything was tried
     */
    @Override
    public void close() {
        @Nullable
        RuntimeException first = null;
        for (Held held = next(); held != null; held = next()) {
            try {
                held.close();
            } catch (RuntimeException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private synchronized @Nullable Held next() {
        return taken.poll();
    }
}
