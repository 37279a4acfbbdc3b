package io.runwisp.auth.gate;

import java.time.Duration;

/**
 * Why the gate does not let a request through.
 *
 * @param reason the kind, for whoever turns it into an answer
 * @param detail what is wrong and what to do, a sentence or two for people
 * @param retryAfterSeconds when asking again makes sense; 0 when time changes nothing
 */
public record Denial(Reason reason, String detail, long retryAfterSeconds) {

    /** The kinds. */
    public enum Reason {
        /** It is called by a name that is none of ours. */
        HOST_UNKNOWN,
        /** A page of another site asks. */
        CROSS_SITE,
        /** Neither header nor cookie. */
        TOKEN_MISSING,
        /** It was good once. */
        TOKEN_EXPIRED,
        /** It was never good here. */
        TOKEN_INVALID,
        /** The challenge was used, is too old, or was never given. */
        CHALLENGE_STALE,
        /** The proof is that of another password. */
        PASSWORD_WRONG,
        /** A launch without a ticket. */
        TICKET_MISSING,
        /** The ticket was used, is too old, or was never given. */
        TICKET_STALE,
        /** The client is not on this machine. */
        NOT_LOCAL,
        /** There is no login. */
        LOGIN_OFF,
        /** The address failed too often. */
        TOO_MANY_FAILURES,
        /** The address asks for too many challenges. */
        TOO_MANY_CHALLENGES
    }

    static Denial of(Reason reason, String detail) {
        return new Denial(reason, detail, 0);
    }

    static Denial until(Reason reason, String what, Duration wait) {
        long seconds = Math.max(1, wait.plusNanos(999_999_999).toSeconds());
        return new Denial(reason, what + " Try again in " + (seconds == 1 ? "a second." : seconds + " seconds."),
                seconds);
    }
}
