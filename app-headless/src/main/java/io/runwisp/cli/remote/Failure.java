package io.runwisp.cli.remote;

import io.runwisp.cli.ErrorMessage;
import io.runwisp.cli.ExitCode;
import io.runwisp.cli.Invocation;
import io.runwisp.cli.Option;
import io.runwisp.cli.report.JsonDocument;
import io.runwisp.wire.ProblemCode;
import java.util.List;
import java.util.stream.Collectors;

/** How a command says that it cannot: in words on the error stream, and as a document too when one was asked for. */
final class Failure {

    private Failure() {
    }

    /** Tells one, and answers with the exit code. */
    static int told(Invocation invocation, ErrorMessage message, String code, JsonDocument.Content more) {
        document(invocation, message.title(), code, more);
        message.print(invocation.console().err());
        return ExitCode.FAILED;
    }

    /** Tells of names that nothing has, and answers with the exit code. */
    static int unknown(Invocation invocation, List<Targets.Unknown> unknown, JsonDocument.Content more) {
        document(invocation, unknown.stream().map(one -> one.message().title()).collect(Collectors.joining(" ")),
                ProblemCode.UNIT_UNKNOWN.word(), json -> {
                    more.write(json);
                    Shape.texts(json, "unknown", unknown.stream().map(Targets.Unknown::name).toList());
                });
        unknown.forEach(one -> one.message().print(invocation.console().err()));
        return ExitCode.FAILED;
    }

    /** The same of a single name. */
    static int unknown(Invocation invocation, Targets.Unknown unknown) {
        return unknown(invocation, List.of(unknown), _ -> {
        });
    }

    private static void document(Invocation invocation, String title, String code, JsonDocument.Content more) {
        if (invocation.has(Option.JSON)) {
            Shape.print(invocation.console().out(), json -> {
                more.write(json);
                json.writeStringField("error", title);
                json.writeStringField("code", code);
            });
        }
    }
}
