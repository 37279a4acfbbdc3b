package io.runwisp.cli;

import io.runwisp.config.Config;
import io.runwisp.config.Unit;
import io.runwisp.config.grammar.NearestName;
import io.runwisp.model.UnitKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code runwisp exec TASK}: runs a task once, here and now, and shows what it prints. */
public final class ExecCommand implements Command {

    private static final Option PARAM = Option.value("param", 'P', "KEY=VALUE",
            "give the run this parameter; may be repeated");

    private static final Manual MANUAL = new Manual("exec", "run a task once in this terminal",
            List.of(new Manual.Operand("TASK", "the task to run, as the configuration names it")),
            List.of("Runs the task as the daemon would (shell, variables, user, timeout, failures), records the run and "
                    + "its log in the data directory, and shows what it prints while it prints it: its output here, its "
                    + "errors on the error stream, values of secrets cut out. One attempt: nothing is tried again, and "
                    + "nobody is notified.",
                    "A daemon must not be running on the data directory; where one is, ask that one to run the task.",
                    "KEY is the name of a parameter as the configuration writes it: TARGET, level, --since=, --dry-run. "
                            + "Only the first = behind it counts: --param TARGET=a=b gives a=b. A flag is true or false. "
                            + "A parameter that is not given has its default.",
                    "Ctrl-C stops the run by its own stop signal and waits for it; a second one kills it.",
                    "Exit code: that of the task; 1 when it did not succeed and left no code of its own (it could not be "
                            + "started, ran out of time, or was stopped and exited with 0), and when it could not be run "
                            + "at all; 2 when the command was misspelt."),
            List.of(PARAM),
            List.of(new Manual.Example("runwisp exec backup", "run the task \"backup\""),
                    new Manual.Example("runwisp exec report --param MONTH=2026-11 --param=--draft=true",
                            "with parameters")));

    private final ConfigSource source;
    private final Life life;

    /** One run, from its row to its end. */
    public interface Life {

        /** Lives it, and answers with the exit code. */
        int live(Order order);
    }

    /**
     * A run that is wanted.
     *
     * @param data the data directory
     * @param params what was given, by key
     */
    public record Order(Invocation invocation, Config config, Path data, String task,
            Map<String, @Nullable String> params) {
    }

    /** The command; the life begins once there is such a task. */
    public ExecCommand(ConfigSource source, Life life) {
        this.source = source;
        this.life = life;
    }

    @Override
    public Manual manual() {
        return MANUAL;
    }

    @Override
    public int run(Invocation invocation) {
        if (invocation.operands().isEmpty()) {
            return fail(invocation, ExitCode.USAGE, "exec needs the name of a task.",
                    List.of("Run \"runwisp list\" to see them."));
        }
        return switch (ConfigOutcome.of(source, invocation.withoutOperands())) {
            case ConfigOutcome.Unusable unusable -> {
                unusable.explain(invocation.console().err());
                yield ExitCode.FAILED;
            }
            case ConfigOutcome.Loaded loaded -> run(invocation, loaded.config());
        };
    }

    private int run(Invocation invocation, Config config) {
        String name = invocation.operands().getFirst();
        Unit unit = config.units().get(name);
        if (unit == null) {
            return fail(invocation, ExitCode.FAILED, "there is no task \"" + name + "\" in " + config.shown() + ".",
                    unknown(config, name));
        }
        if (unit.kind() == UnitKind.SERVICE) {
            return fail(invocation, ExitCode.FAILED, "\"" + name + "\" is a service, and exec runs tasks.",
                    List.of("Services are kept alive by the daemon: run \"runwisp daemon\"."));
        }
        Map<String, @Nullable String> params = new LinkedHashMap<>();
        for (String given : invocation.all(PARAM)) {
            GivenParam param = GivenParam.of(given, TaskParams.keys(unit));
            if (param == null) {
                return fail(invocation, ExitCode.USAGE, "\"" + given + "\" is not KEY=VALUE.",
                        List.of("Write for example --param TARGET=staging."));
            }
            params.put(param.key(), param.value());
        }
        return life.live(new Order(invocation, config, invocation.path(invocation.dataName()), name, params));
    }

    private static List<String> unknown(Config config, String name) {
        List<String> names = config.tasks().stream().map(Unit::name).toList();
        List<String> details = new ArrayList<>();
        NearestName.in(names, name).ifPresent(near -> details.add("Did you mean \"" + near + "\"?"));
        details.add("Run \"runwisp list\" to see the tasks.");
        return details;
    }

    private static int fail(Invocation invocation, int code, String title, List<String> details) {
        new ErrorMessage(title, details).print(invocation.console().err());
        return code;
    }
}
