package io.runwisp.auth.gate;

import java.time.Duration;

/**
 * Why the gate does not let a request through.
 *
 * @param reason the kind, which decides status and code
 * @param detail what is wrong and what to do, a sentence or two for people
 * @param retryAfterSeconds when asking again makes sense; 0 when time changes nothing
 */
public record Denial(Reason reason, String detail, long retryAfterSeconds) {

    /** The kinds. Codes are part of the API: they may be added to, never changed. */
    public enum Reason {
        HOST_UNKNOWN(421, "host_unknown", "Called by an unknown name"),
        CROSS_SITE(403, "cross_site", "Request of another site"),
        TOKEN_MISSING(401, "token_missing", "Not logged in"),
        TOKEN_EXPIRED(401, "token_expired", "The session has ended"),
        TOKEN_INVALID(401, "token_invalid", "The session is not valid"),
        CHALLENGE_STALE(401, "challenge_stale", "Invalid or expired challenge"),
        PASSWORD_WRONG(401, "password_wrong", "Invalid password"),
        TICKET_MISSING(400, "ticket_missing", "No ticket"),
        TICKET_STALE(401, "ticket_stale", "Invalid or expired ticket"),
        NOT_LOCAL(403, "not_local", "Only from this machine"),
        LOGIN_OFF(409, "login_off", "Login is off"),
        TOO_MANY_FAILURES(429, "too_many_failures", "Too many failed logins"),
        TOO_MANY_CHALLENGES(429, "too_many_challenges", "Too many challenges");

        private final int status;
        private final String code;
        private final String title;

        Reason(int status, String code, String title) {
            this.status = status;
            this.code = code;
            this.title = title;
        }

        /** The status of HTTP. */
        public int status() {
            return status;
        }

        /** The word by which programs tell it. */
        public String code() {
            return code;
        }

        /** A few words for people. */
        public String title() {
            return title;
        }
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
