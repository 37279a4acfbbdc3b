package io.runwisp.wire;

import io.runwisp.wire.json.Required;
import io.runwisp.wire.json.WireFault;
import io.runwisp.wire.json.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was refused or failed, as {@code application/problem+json}.
 *
 * @param type always {@code about:blank} when it is there
 * @param title what kind of problem it is, the same for each of its code
 * @param status the status of the answer
 * @param code what programs tell it by; see the table of codes
 * @param detail what is wrong this time, what was expected and what to do
 * @param instance the path that was asked for
 * @param errors each thing that is wrong, when there are several or a place can be named
 */
public record Problem(@Nullable String type, @Required String title, int status,
        @Required @Words(ProblemCode.class) String code, @Required String detail, @Nullable String instance,
        List<ProblemItem> errors) {

    public Problem {
        errors = List.copyOf(errors);
    }

    /** A problem of this code, with a sentence about this time. */
    public static Problem of(ProblemCode code, String detail) {
        return of(code, detail, List.of());
    }

    /** The same, with places. */
    public static Problem of(ProblemCode code, String detail, List<ProblemItem> errors) {
        return new Problem(null, code.title(), code.status(), code.word(), detail, null, errors);
    }

    /** What is wrong with a body that could not be read. */
    public static Problem of(WireFault fault) {
        if (!fault.isJson()) {
            return of(ProblemCode.MALFORMED_BODY, fault.getMessage() + ". Send one JSON value.");
        }
        return of(ProblemCode.INVALID_REQUEST, fault.getMessage(), fault.items()
            .stream()
            .map(item -> new ProblemItem(item.message(), item.location(), null))
            .toList());
    }
}
