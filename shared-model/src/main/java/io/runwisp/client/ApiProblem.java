package io.runwisp.client;

import io.runwisp.wire.Problem;
import io.runwisp.wire.ProblemCode;

/** The daemon has refused, or has failed and said so. */
public final class ApiProblem extends ApiFailure {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    /** The problem that the daemon has answered. */
    public ApiProblem(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    /** What the daemon has answered. */
    public Problem problem() {
        return problem;
    }

    /** Whether it is this one. */
    public boolean is(ProblemCode code) {
        return problem.code().equals(code.word());
    }
}
