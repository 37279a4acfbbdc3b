package io.runwisp.api.http;

import io.runwisp.auth.gate.Answer;
import io.runwisp.auth.gate.Denial;
import io.runwisp.wire.Problem;
import io.runwisp.wire.ProblemCode;

/** What the gate says no to, as problems. */
final class Denials {

    private Denials() {
    }

    /** What the gate grants. */
    static <T> T granted(Answer<T> answer) {
        return switch (answer) {
            case Answer.Granted<T>(T value) -> value;
            case Answer.Denied<T>(Denial denial) -> throw new Denied(denial);
        };
    }

    /** The gate said no. */
    static final class Denied extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Denial denial;

        Denied(Denial denial) {
            super(denial.detail());
            this.denial = denial;
        }

        Reply reply() {
            Reply reply = Reply.problem(Problem.of(code(denial.reason()), denial.detail()));
            return denial.retryAfterSeconds() == 0
                    ? reply
                    : reply.with("Retry-After", Long.toString(denial.retryAfterSeconds()));
        }

    }

    static ProblemCode code(Denial.Reason reason) {
        return switch (reason) {
            case HOST_UNKNOWN -> ProblemCode.HOST_REFUSED;
            case CROSS_SITE -> ProblemCode.CROSS_SITE;
            case TOKEN_MISSING -> ProblemCode.TOKEN_MISSING;
            case TOKEN_EXPIRED -> ProblemCode.TOKEN_EXPIRED;
            case TOKEN_INVALID -> ProblemCode.TOKEN_INVALID;
            case CHALLENGE_STALE -> ProblemCode.CHALLENGE_INVALID;
            case PASSWORD_WRONG -> ProblemCode.PASSWORD_WRONG;
            case TICKET_MISSING -> ProblemCode.TICKET_MISSING;
            case TICKET_STALE -> ProblemCode.TICKET_INVALID;
            case NOT_LOCAL -> ProblemCode.NOT_LOCAL;
            case LOGIN_OFF -> ProblemCode.NOT_NOW;
            case TOO_MANY_FAILURES, TOO_MANY_CHALLENGES -> ProblemCode.TOO_MANY_REQUESTS;
        };
    }
}
