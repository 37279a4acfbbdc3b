package io.runwisp.cli;

import io.runwisp.auth.PasswordFile;
import io.runwisp.cli.report.JsonDocument;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code runwisp password}: the password of the daemon on this machine. */
public final class PasswordCommand implements Command {

    private static final Manual MANUAL = new Manual("password", "print the password of the daemon on this machine",
            List.of(),
            List.of("Prints what the file \"password\" in the data directory holds, for those who may read it. A password "
                    + "that was set with RUNWISP_PASSWORD is written nowhere and not printed."),
            List.of(Option.JSON),
            List.of(new Manual.Example("runwisp password --data /var/lib/runwisp", "of a server")));

    private final Map<String, String> environment;

    /** The command. */
    public PasswordCommand(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Manual manual() {
        return MANUAL;
    }

    @Override
    public int run(Invocation invocation) {
        if (!environment.getOrDefault("RUNWISP_PASSWORD", "").isEmpty()) {
            return fail(invocation, "password_elsewhere", "the password is the one in RUNWISP_PASSWORD.",
                    "It is not printed. Unset the variable to see the one in the data directory.");
        }
        String file = invocation.dataName() + (invocation.dataName().endsWith("/") ? "password" : "/password");
        Optional<String> password;
        try {
            password = new PasswordFile(invocation.path(invocation.dataName())).read();
        } catch (IOException e) {
            return fail(invocation, "password_unreadable", file + " cannot be read: " + FileTrouble.reason(e) + ".",
                    "Run this as the user of the daemon.");
        }
        if (password.isEmpty()) {
            return fail(invocation, "password_missing", "there is no password in " + file + ".",
                    "Name the data directory of the daemon with --data. A daemon writes one when it first starts, and "
                            + "so does \"runwisp init\".");
        }
        if (invocation.has(Option.JSON)) {
            JsonDocument.print(invocation.console().out(), json -> {
                json.writeStartObject();
                json.writeNumberField("schema_version", 1);
                json.writeStringField("password", password.get());
                json.writeEndObject();
            });
        } else {
            invocation.console().out().line(password.get());
        }
        return ExitCode.GOOD;
    }

    private static int fail(Invocation invocation, String code, String title, String detail) {
        if (invocation.has(Option.JSON)) {
            JsonDocument.print(invocation.console().out(), json -> {
                json.writeStartObject();
                json.writeNumberField("schema_version", 1);
                json.writeStringField("error", title);
                json.writeStringField("code", code);
                json.writeEndObject();
            });
        }
        new ErrorMessage(title, List.of(detail)).print(invocation.console().err());
        return ExitCode.FAILED;
    }
}
