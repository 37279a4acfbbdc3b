package io.runwisp.auth.gate;

import io.runwisp.auth.AuthMode;
import io.runwisp.auth.gate.Denial.Reason;
import io.runwisp.auth.login.LoginRoom;

/** The sentences of the gate. */
final class Texts {

    static final String CROSS_SITE = "The request comes out of a page of another site. If it is your own, reached through a "
            + "proxy, let the proxy pass the Host header on, or name the address in [daemon] external_url.";
    static final String TOKEN_MISSING = "Log in: get a challenge from /api/auth/challenge and send its proof to /api/auth.";
    static final String TOKEN_EXPIRED = "It lasted 24 hours. Log in again.";
    static final String TOKEN_INVALID = "It was made by another daemon, or before the password or the key changed. Log in again.";
    static final String NOT_LOCAL = "Tickets are for a browser on the machine that RunWisp runs on, without a proxy between. "
            + "Log in with the password.";
    static final String TICKET_MISSING = "The address has no ticket in it. Open the browser from RunWisp again.";

    private Texts() {
    }

    static String hostUnknown(String called) {
        return "It was called «" + called + "», which is neither its address nor localhost nor the host of [daemon] "
                + "external_url. If people reach it by this name, set external_url to it.";
    }

    static Denial loginOff() {
        return Denial.of(Reason.LOGIN_OFF,
                "This daemon was started with " + AuthMode.VARIABLE + "=off: ask without logging in.");
    }

    /** The denial for an outcome that is none of the good ones. */
    static Denial denial(LoginRoom.Outcome no, Reason stale) {
        return switch (no) {
            case LoginRoom.TooManyFailures(var wait) -> Denial.until(Reason.TOO_MANY_FAILURES,
                    "Five logins from this address failed within five minutes.", wait);
            case LoginRoom.TooManyChallenges(var wait) -> Denial.until(Reason.TOO_MANY_CHALLENGES,
                    "This address asked for 60 challenges within a minute.", wait);
            case LoginRoom.WrongPassword() -> Denial.of(Reason.PASSWORD_WRONG,
                    "The password is not that of this daemon. It is in the file password in its data directory, or in "
                            + "RUNWISP_PASSWORD where that is set.");
            case LoginRoom.Stale() -> Denial.of(stale, stale == Reason.TICKET_STALE
                    ? "It was used, or is older than a minute. Open the browser from RunWisp again."
                    : "It was used, or is older than five minutes. Get another one and try again.");
            case LoginRoom.Right(),LoginRoom.Challenge _ -> throw new IllegalArgumentException("not a refusal: " + no);
        };
    }
}
