package io.runwisp.auth.login;

import io.runwisp.auth.Base62;
import io.runwisp.auth.Password;
import io.runwisp.model.LoginProof;
import io.runwisp.time.MonotonicClock;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Where proofs and tickets are examined: what was handed out, and who failed lately. It knows the password, and tokens not. */
public final class LoginRoom {

    private static final int NONCE_BYTES = 32;
    private static final int TICKET_LENGTH = 43;

    private final Password password;
    private final OneTimeTexts challenges;
    private final OneTimeTexts tickets;
    private final AttemptWindow asked;
    private final AttemptWindow failed;

    /** An empty room; the chance is made when it is first needed. */
    public LoginRoom(Password password, MonotonicClock clock, Supplier<RandomGenerator> chance) {
        this.password = password;
        Supplier<RandomGenerator> once = new Once(chance);
        challenges = new OneTimeTexts(() -> nonce(once.get()), clock, Duration.ofMinutes(5), 1_000);
        tickets = new OneTimeTexts(() -> Base62.text(once.get(), TICKET_LENGTH), clock, Duration.ofSeconds(60), 100);
        asked = new AttemptWindow(60, Duration.ofMinutes(1), 1_000, clock);
        failed = new AttemptWindow(5, Duration.ofMinutes(5), 4_000, clock);
    }

    /** What came of an attempt. */
    public sealed interface Outcome {
    }

    /** It was right. */
    public record Right() implements Outcome {
    }

    /** A challenge, to be answered. */
    public record Challenge(String nonce) implements Outcome {
    }

    /** The challenge or ticket was never handed out, was used, or is too old. */
    public record Stale() implements Outcome {
    }

    /** The proof is that of another password. */
    public record WrongPassword() implements Outcome {
    }

    /** The address failed too often, and nothing was examined. */
    public record TooManyFailures(Duration rest) implements Outcome {
    }

    /** The address asks for too many challenges. */
    public record TooManyChallenges(Duration rest) implements Outcome {
    }

    /** Hands out a challenge, unless the address could do nothing with it. */
    public synchronized Outcome challenge(InetAddress client) {
        Duration blocked = failed.waitFor(client);
        if (!blocked.isZero()) {
            return new TooManyFailures(blocked);
        }
        Duration wait = asked.waitFor(client);
        if (!wait.isZero()) {
            return new TooManyChallenges(wait);
        }
        asked.count(client);
        return new Challenge(challenges.issue());
    }

    /** Examines a proof. One attempt at a time: a hundred at once must not all find that nobody failed yet. */
    public synchronized Outcome examine(InetAddress client, String nonce, String proof) {
        Duration blocked = failed.waitFor(client);
        if (!blocked.isZero()) {
            return new TooManyFailures(blocked);
        }
        if (!challenges.redeem(nonce)) {
            // Not counted: it tells nothing of the password, and whoever floods the challenges could lock out others.
            return new Stale();
        }
        if (!LoginProof.of(password.text(), nonce).matches(proof)) {
            failed.count(client);
            return new WrongPassword();
        }
        return new Right();
    }

    /** Hands out a ticket. */
    public String ticket() {
        return tickets.issue();
    }

    /** Examines a ticket. */
    public synchronized Outcome examine(InetAddress client, String ticket) {
        Duration blocked = failed.waitFor(client);
        if (!blocked.isZero()) {
            return new TooManyFailures(blocked);
        }
        if (!tickets.redeem(ticket)) {
            failed.count(client);
            return new Stale();
        }
        return new Right();
    }

    private static String nonce(RandomGenerator chance) {
        byte[] bytes = new byte[NONCE_BYTES];
        chance.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Asks its source once; always under the lock of one of the two memories, hence its own. */
    private static final class Once implements Supplier<RandomGenerator> {

        private final Supplier<RandomGenerator> source;
        private @Nullable RandomGenerator made;

        Once(Supplier<RandomGenerator> source) {
            this.source = source;
        }

        @Override
        public synchronized RandomGenerator get() {
            if (made == null) {
                made = source.get();
            }
            return made;
        }
    }
}
