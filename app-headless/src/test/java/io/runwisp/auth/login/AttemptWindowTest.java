package io.runwisp.auth.login;

import static io.runwisp.auth.request.Requests.address;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.time.VirtualMonotonicClock;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttemptWindowTest {

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final InetAddress HOME = address("198.51.100.1");

    private final VirtualMonotonicClock clock = new VirtualMonotonicClock(Long.MAX_VALUE - 1_000);
    private final AttemptWindow window = new AttemptWindow(5, WINDOW, 100, clock);

    private void count(InetAddress address, int times) {
        for (int i = 0; i < times; i++) {
            window.count(address);
        }
    }

    @Test
    void theFifthIsTheLast() {
        count(HOME, 4);
        assertEquals(Duration.ZERO, window.waitFor(HOME));
        count(HOME, 1);
        assertEquals(WINDOW, window.waitFor(HOME));
        assertEquals(Duration.ZERO, window.waitFor(address("198.51.100.2")));
    }

    @Test
    void theWindowSlides() {
        count(HOME, 1);
        clock.advance(Duration.ofMinutes(2));
        count(HOME, 4);
        assertEquals(Duration.ofMinutes(3), window.waitFor(HOME));
        clock.advance(Duration.ofMinutes(3));
        assertEquals(Duration.ZERO, window.waitFor(HOME));
        count(HOME, 1);
        assertEquals(Duration.ofMinutes(2), window.waitFor(HOME));
    }

    @ParameterizedTest
    @CsvSource({"2001:db8:1:2::1,2001:db8:1:2:ffff:ffff:ffff:ffff,true", "2001:db8:1:2::1,2001:db8:1:3::1,false",
            "198.51.100.1,::ffff:198.51.100.1,true", "198.51.100.1,198.51.100.2,false", "127.0.0.1,::1,false",
            "0.0.0.0,::,false"})
    void aLineOfIpv6CountsAsOne(String one, String other, boolean same) {
        count(address(one), 5);
        assertEquals(same, !window.waitFor(address(other)).isZero());
    }

    @Test
    void theMemoryIsBoundedAndForgetsWhoDidNothingForLongest() {
        count(HOME, 5);
        for (int i = 0; i < 99; i++) {
            count(address("203.0.113." + i), 1);
        }
        assertTrue(window.waitFor(HOME).isPositive());
        count(HOME, 1);
        count(address("192.0.2.1"), 1);
        assertEquals(100, window.size());
        assertTrue(window.waitFor(HOME).isPositive(), "the oldest was another one by then");
        for (int i = 0; i < 10_000; i++) {
            count(address("192.0." + i / 200 + "." + i % 200), 1);
        }
        assertEquals(100, window.size());
    }

    /** Held against the plainest form of the rule: an attempt is allowed while fewer than five lie within five minutes. */
    @RepeatedTest(50)
    void itAgreesWithAPlainCount(RepetitionInfo repetition) {
        Random chance = new Random(repetition.getCurrentRepetition());
        ArrayDeque<Long> allowed = new ArrayDeque<>();
        long seconds = 0;
        for (int i = 0; i < 500; i++) {
            int step = chance.nextInt(120);
            seconds += step;
            clock.advance(Duration.ofSeconds(step));
            while (!allowed.isEmpty() && seconds - allowed.getFirst() >= WINDOW.toSeconds()) {
                allowed.removeFirst();
            }
            boolean free = allowed.size() < 5;
            Duration wait = window.waitFor(HOME);
            assertEquals(free, wait.isZero());
            if (free) {
                window.count(HOME);
                allowed.addLast(seconds);
            } else {
                assertEquals(WINDOW.toSeconds() - (seconds - allowed.getFirst()), wait.toSeconds());
            }
        }
    }
}
