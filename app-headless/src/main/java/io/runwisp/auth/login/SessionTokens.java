package io.runwisp.auth.login;

import io.runwisp.auth.JwtSecret;
import io.runwisp.time.WallClock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of sessions: they are kept by nobody but their owners, and are good while their signature and their time are.
 *
 * <p>The library behind it costs a quiet daemon megabytes, so it is loaded when the first token is made or looks like one.
 */
public final class SessionTokens {

    /** How long a session lasts. */
    public static final Duration LIFE = Duration.ofHours(24);

    private static final int LONGEST = 1_024;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++");

    private final JwtSecret secret;
    private final WallClock clock;
    private @Nullable SignedTokens signed;

    /** Tokens of this key. */
    public SessionTokens(JwtSecret secret, WallClock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /**
     * A token that was just made.
     *
     * @param text what the client keeps and sends
     * @param until when it ends
     */
    public record Token(String text, Instant until) {

        /** Keeps it out of logs: whoever has it is in. */
        @Override
        public String toString() {
            return "Token[hidden, until " + until + "]";
        }
    }

    /** What a token is worth. */
    public sealed interface Verdict {
    }

    /** It opens the door, until then. */
    public record Good(Instant until) implements Verdict {
    }

    /** It did once. */
    public record Expired() implements Verdict {
    }

    /** It does not: it was signed with another key or in another way, is for something else, or is no token at all. */
    public record Bad() implements Verdict {
    }

    /** Begins a session. */
    public Token issue() {
        return signed().issue();
    }

    /** Judges a token; whatever the text is, the answer is a verdict. */
    public Verdict judge(String text) {
        return text.length() <= LONGEST && SHAPE.matcher(text).matches() ? signed().judge(text) : new Bad();
    }

    private synchronized SignedTokens signed() {
        if (signed == null) {
            signed = new SignedTokens(secret, clock);
        }
        return signed;
    }
}
