package io.runwisp.auth.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.runwisp.auth.Password;
import io.runwisp.auth.Password.Origin;
import io.runwisp.auth.login.LoginRoom.Challenge;
import io.runwisp.auth.login.LoginRoom.Outcome;
import io.runwisp.auth.login.LoginRoom.WrongPassword;
import io.runwisp.auth.request.Requests;
import io.runwisp.time.MonotonicClock;
import java.net.InetAddress;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoginRoomTest {

    private static final InetAddress HOME = Requests.address("198.51.100.1");

    /** Lets the others go on whenever it is read, which is between looking at the failures and counting one. */
    private static final MonotonicClock SLOW = () -> {
        for (int i = 0; i < 200; i++) {
            Thread.yield();
        }
        return 0;
    };

    @Test
    void guessesAtTheSameTimeAreNotMoreThanFive() throws Exception {
        LoginRoom room = new LoginRoom(new Password("right", Origin.FILE), SLOW, () -> new Random(7));
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
