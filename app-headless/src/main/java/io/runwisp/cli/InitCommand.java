package io.runwisp.cli;

import io.runwisp.auth.PasswordFile;
import io.runwisp.cli.terminal.Columns;
import io.runwisp.cli.terminal.Printer;
import io.runwisp.cli.terminal.Tone;
import io.runwisp.cli.terminal.VisibleText;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** {@code runwisp init [FILE]}: a configuration to start from, and a password for the daemon. */
public final class InitCommand implements Command {

    private static final Option FORCE = Option.flag("force", 'f', "replace the configuration if there is one already");
    private static final Manual MANUAL = new Manual("init", "write a configuration to start from, and a password",
            List.of(new Manual.Operand("FILE", "the configuration to write (default: the one of --config)")),
            List.of("Writes a short runwisp.toml that explains itself, and the password of the dashboard into the data "
                    + "directory, readable by its owner alone. The password is shown once. One that exists is never "
                    + "replaced, and none is written while RUNWISP_PASSWORD is set."),
            List.of(FORCE),
            List.of(new Manual.Example("runwisp init", "set up this directory"),
                    new Manual.Example("runwisp init /etc/runwisp/runwisp.toml --data /var/lib/runwisp",
                            "set up a server")));

    private final Map<String, String> environment;
    private final Supplier<RandomGenerator> chance;

    /** The command; the source of chance is made only when a password is. */
    public InitCommand(Map<String, String> environment, Supplier<RandomGenerator> chance) {
        this.environment = Map.copyOf(environment);
        this.chance = chance;
    }

    @Override
    public Manual manual() {
        return MANUAL;
    }

    @Override
    public int run(Invocation invocation) {
        String name = invocation.configName();
        Printer out = invocation.console().out();
        try {
            StarterConfig.write(invocation.path(name), invocation.has(FORCE));
        } catch (FileAlreadyExistsException e) {
            return fail(invocation, name + " exists already.",
                    "Nothing was changed. \"runwisp init" + operand(invocation)
                            + " --force\" replaces it, \"runwisp validate"
                            + operand(invocation) + "\" checks it.");
        } catch (IOException e) {
            return fail(invocation, name + " cannot be written: " + FileTrouble.reason(e) + ".",
                    "Nothing was changed.");
        }
        done(out, name + " written.");
        if (!environment.getOrDefault("RUNWISP_PASSWORD", "").isEmpty()) {
            done(out, "The password is the one in RUNWISP_PASSWORD; it is written nowhere.");
        } else if (!password(invocation)) {
            return ExitCode.FAILED;
        }
        next(invocation);
        return ExitCode.GOOD;
    }

    private boolean password(Invocation invocation) {
        Printer out = invocation.console().out();
        String name = invocation.dataName() + (invocation.dataName().endsWith("/") ? "password" : "/password");
        try {
            switch (new PasswordFile(invocation.path(invocation.dataName())).writeUnlessPresent(chance.get())) {
                case PasswordFile.Written written -> {
                    done(out, name + " written, readable by you alone.");
                    out.line();
                    out.line("  password  " + out.paint(Tone.STRONG, written.password().text()));
                    out.line();
                    out.line("The dashboard asks for it. It is shown this once; the file keeps it.");
                }
                case PasswordFile.Kept _ -> done(out, name + " was there already and stays as it is.");
                case PasswordFile.Foreign _ -> {
                    fail(invocation,
                            "refusing to write " + name + ": it is a symbolic link or something else that is no "
                                    + "plain file.",
                            "Remove it, or choose another directory with --data. " + later(invocation));
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            fail(invocation, name + " cannot be written: " + FileTrouble.reason(e) + ".",
                    "Choose another directory with --data. " + later(invocation));
            return false;
        }
    }

    private static String later(Invocation invocation) {
        return invocation.configName()
                + " was written and can be used; the daemon makes a password when it first starts.";
    }

    private static void next(Invocation invocation) {
        Printer out = invocation.console().out();
        String option = invocation.usesDefaultConfig() ? "" : " -c " + invocation.configName();
        List<String> lines = List.of("edit " + invocation.configName(), "runwisp validate" + operand(invocation),
                "runwisp list" + option);
        List<String> meanings = List.of("say what to run, and when", "check it", "see what it declares");
        int widest = 0;
        for (String line : lines) {
            widest = Math.max(widest, Columns.of(line));
        }
        out.line();
        out.line(out.paint(Tone.STRONG, "Next"));
        for (int i = 0; i < lines.size(); i++) {
            String line = VisibleText.of(lines.get(i), out.glyphs());
            out.line("  " + out.paint(Tone.ACCENT, line) + " ".repeat(widest - Columns.of(line) + 3) + meanings.get(i));
        }
    }

    /** The configuration as an argument to copy; nothing for the usual one. */
    private static String operand(Invocation invocation) {
        return invocation.usesDefaultConfig() ? "" : " " + invocation.configName();
    }

    private static void done(Printer out, String text) {
        out.line(out.paint(Tone.GOOD, out.glyphs().tick()) + " " + VisibleText.of(text, out.glyphs()));
    }

    private static int fail(Invocation invocation, String title, String detail) {
        invocation.console().out().flush();
        new ErrorMessage(title, List.of(detail)).print(invocation.console().err());
        return ExitCode.FAILED;
    }
}
