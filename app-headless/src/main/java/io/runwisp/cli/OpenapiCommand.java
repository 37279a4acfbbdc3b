package io.runwisp.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** {@code runwisp openapi}: the description of the API. */
public final class OpenapiCommand implements Command {

    private static final String DOCUMENT = "/io/runwisp/wire/openapi.json";

    private static final Manual MANUAL = new Manual("openapi", "print the description of the API", List.of(),
            List.of("OpenAPI 3.1 as JSON, the same that a daemon serves at /openapi.json. No daemon is asked."),
            List.of(), List.of(new Manual.Example("runwisp openapi > openapi.json", "for a generator of clients")));

    @Override
    public Manual manual() {
        return MANUAL;
    }

    @Override
    public int run(Invocation invocation) {
        try (InputStream document = OpenapiCommand.class.getResourceAsStream(DOCUMENT)) {
            if (document == null) {
                throw new IllegalStateException("The image has no " + DOCUMENT);
            }
            document.transferTo(invocation.console().out().stream());
            return ExitCode.GOOD;
        } catch (IOException e) {
            throw new UncheckedIOException("The description of the API could not be read", e);
        }
    }
}
