package io.runwisp.auth.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.runwisp.auth.Password;
import io.runwisp.auth.Password.Origin;
import io.runwisp.auth.login.LoginRoom.Challenge;
import io.runwisp.auth.login.LoginRoom.Outcome;
import io.runwisp.auth.login.LoginRoom.WrongPassword;
import io.runwisp.auth.request.Requests;
import java.net.InetAddress;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoginRoomTest {

    private static final InetAddress HOME = Requests.address("198.51.100.1");

    private static final int PATIENCE = 100_000;

    private final AtomicInteger readings = new AtomicInteger();

    /** Holds whoever reads it until another one reads it too, for a while: between looking at failures and counting one. */
    private long meet() {
        int mine = readings.incrementAndGet();
        for (int i = 0; i < PATIENCE && readings.get() == mine; i++) {
            Thread.onSpinWait();
        }
        return 0;
    }

    @Test
    void guessesAtTheSameTimeAreNotMoreThanFive() throws Exception {
        LoginRoom room = new LoginRoom(new Password("right", Origin.FILE), this::meet, () -> new Random(7));
        List<Callable<Outcome>> guesses = IntStream.range(0, 60)
            .mapToObj(_ -> assertInstanceOf(Challenge.class, room.challenge(HOME)).nonce())
            .<Callable<Outcome>>map(nonce -> () -> room.examine(HOME, nonce, "guess"))
            .toList();
        int examined = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (Future<Outcome> guess : threads.invokeAll(guesses)) {
                examined += guess.get() instanceof WrongPassword ? 1 : 0;
            }
        }
        assertEquals(5, examined);
    }
}
