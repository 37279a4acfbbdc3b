package io.runwisp.cli.remote;

import io.runwisp.cli.ErrorMessage;
import io.runwisp.cli.GivenParam;
import io.runwisp.cli.Invocation;
import io.runwisp.cli.report.JsonDocument;
import io.runwisp.client.ApiFailure;
import io.runwisp.client.ApiProblem;
import io.runwisp.client.DaemonUnreachable;
import io.runwisp.wire.ProblemCode;
import io.runwisp.wire.ProblemItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a command says when the daemon does not do what was asked. */
record Refusal(Invocation invocation, String address) {

    private static final String OTHER_PASSWORD = "Give it with RUNWISP_PASSWORD, or name the data directory of that daemon with --data.";

    /**
     * Tells it, and answers with the exit code.
     *
     * @param more what the document says besides
     */
    int told(ApiFailure failure, JsonDocument.Content more) {
        return Failure.told(invocation, message(failure), code(failure), more);
    }

    /** What went wrong, in one sentence. */
    ErrorMessage message(ApiFailure failure) {
        return switch (failure) {
            case DaemonUnreachable unreachable -> unreachable(unreachable);
            case ApiProblem problem -> problem(problem);
        };
    }

    private ErrorMessage unreachable(DaemonUnreachable failure) {
        return switch (failure.reason()) {
            case NOBODY_LISTENS -> new ErrorMessage("no daemon listens at " + address + ".",
                    List.of("Start it with \"runwisp daemon\", or say where it listens with --port, --host or --url."));
            case UNKNOWN_HOST -> new ErrorMessage("the machine of " + address + " is not known.",
                    List.of("Check the name, and that the network is up."));
            case NOT_RUNWISP -> new ErrorMessage("what listens at " + address + " is not a RunWisp daemon.",
                    List.of("Say where yours listens with --port, --host or --url.", sentence(failure)));
            case OTHER_VERSION -> new ErrorMessage("the daemon at " + address + " is of another version.",
                    List.of(sentence(failure)));
            case TIMED_OUT, BROKEN -> new ErrorMessage(sentence(failure), List.of());
        };
    }

    private ErrorMessage problem(ApiProblem failure) {
        if (failure.is(ProblemCode.TOKEN_MISSING) || failure.is(ProblemCode.TOKEN_INVALID)
                || failure.is(ProblemCode.TOKEN_EXPIRED)) {
            return new ErrorMessage("the daemon at " + address + " asks for a password, and none is known.",
                    List.of(OTHER_PASSWORD));
        }
        if (failure.is(ProblemCode.PASSWORD_WRONG)) {
            return new ErrorMessage("the daemon at " + address + " does not take this password.",
                    List.of(OTHER_PASSWORD + " RUNWISP_PASSWORD wins over the file."));
        }
        if (failure.is(ProblemCode.TOO_MANY_REQUESTS)) {
            return new ErrorMessage("the daemon at " + address + " takes no more attempts for now.",
                    List.of(sentence(failure), "Too many logins failed, or too much was asked. Wait a minute."));
        }
        List<String> details = new ArrayList<>();
        for (ProblemItem item : failure.problem().errors()) {
            details.add(item.location() == null ? item.message() : item.location() + ": " + item.message());
        }
        if (failure.is(ProblemCode.BAD_PARAMETERS)) {
            details.add(GivenParam.HOW);
        }
        return new ErrorMessage(sentence(failure), details);
    }

    private static String code(ApiFailure failure) {
        return switch (failure) {
            case DaemonUnreachable unreachable -> unreachable.reason().name().toLowerCase(Locale.ROOT);
            case ApiProblem problem -> problem.problem().code();
        };
    }

    private static String sentence(ApiFailure failure) {
        return Sentence.of(String.valueOf(failure.getMessage()));
    }
}
