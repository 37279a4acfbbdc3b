package io.runwisp.cli;

import io.runwisp.cli.report.JsonDocument;
import io.runwisp.config.language.JsonSchema;
import java.util.List;

/** {@code runwisp schema}: the JSON Schema of the configuration, for editors that complete and check. */
public final class SchemaCommand implements Command {

    private static final Manual MANUAL = new Manual("schema", "print the JSON Schema of the configuration, for editors",
            List.of(),
            List.of("Editors that know TOML schemas complete keys and mark mistakes with it. Write it beside the "
                    + "configuration and make \"#:schema ./runwisp.schema.json\" the first line of that."),
            List.of(),
            List.of(new Manual.Example("runwisp schema > runwisp.schema.json", "write it to a file")));

    @Override
    public Manual manual() {
        return MANUAL;
    }

    @Override
    public int run(Invocation invocation) {
        JsonDocument.print(invocation.console().out(), JsonSchema::write);
        return ExitCode.GOOD;
    }
}
