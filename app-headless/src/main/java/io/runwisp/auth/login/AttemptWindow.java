package io.runwisp.auth.login;

import io.runwisp.time.MonotonicClock;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts what each address did lately, in a window that slides. Beyond the bound the address that did nothing for longest is
 * forgotten.
 */
public final class AttemptWindow {

    private final int limit;
    private final Duration window;
    private final int mostAddresses;
    private final MonotonicClock clock;
    private final LinkedHashMap<AddressBlock, ArrayDeque<Long>> attempts = new LinkedHashMap<>();

    /** Nobody did anything yet. */
    public AttemptWindow(int limit, Duration window, int mostAddresses, MonotonicClock clock) {
        this.limit = limit;
        this.window = window;
        this.mostAddresses = mostAddresses;
        this.clock = clock;
    }

    /** How long the address must wait until it may try again; zero when it need not. */
    public synchronized Duration waitFor(InetAddress address) {
        ArrayDeque<Long> own = attempts.get(AddressBlock.of(address));
        long now = clock.nanos();
        forgetOld(own, now);
        return own == null || own.size() < limit
                ? Duration.ZERO
                : window.minusNanos(now - own.getFirst());
    }

    /** Counts one. */
    public synchronized void count(InetAddress address) {
        AddressBlock block = AddressBlock.of(address);
        ArrayDeque<Long> own = attempts.remove(block);
        long now = clock.nanos();
        forgetOld(own, now);
        ArrayDeque<Long> counted = own == null ? new ArrayDeque<>(1) : own;
        if (counted.size() == limit) {
            counted.removeFirst();
        }
        counted.addLast(now);
        attempts.putLast(block, counted);
        if (attempts.size() > mostAddresses) {
            attempts.pollFirstEntry();
        }
    }

    private void forgetOld(@Nullable ArrayDeque<Long> own, long now) {
        while (own != null && !own.isEmpty() && now - own.getFirst() >= window.toNanos()) {
            own.removeFirst();
        }
    }

    /** How many addresses are remembered. */
    synchronized int size() {
        return attempts.size();
    }
}
