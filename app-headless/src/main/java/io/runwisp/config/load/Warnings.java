package io.runwisp.config.load;

import io.runwisp.config.Config;
import io.runwisp.config.Unit;
import io.runwisp.config.grammar.Durations;
import io.runwisp.config.grammar.ScriptShells;
import io.runwisp.config.language.DaemonKeys;
import io.runwisp.config.language.Given;
import io.runwisp.config.language.Key;
import io.runwisp.config.language.KeyContext;
import io.runwisp.config.language.Language;
import io.runwisp.config.language.RunOnStart;
import io.runwisp.config.language.Settings;
import io.runwisp.config.language.TaskKeys;
import io.runwisp.config.language.UnitKeys;
import io.runwisp.config.problem.Place;
import io.runwisp.config.problem.Problems;
import io.runwisp.config.toml.Node;
import io.runwisp.model.UnitKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is allowed and probably not meant. */
final class Warnings {

    private final Problems problems;

    private Warnings(Problems problems) {
        this.problems = problems;
    }

    static void check(Config config, Problems problems) {
        Warnings warnings = new Warnings(problems);
        Duration ceiling = config.daemon().daemon().value(DaemonKeys.SHUTDOWN_TIMEOUT);
        Set<Place> told = new HashSet<>();
        for (Unit unit : config.units().values()) {
            warnings.grace(unit, ceiling, told);
            warnings.shell(unit, told);
            warnings.secrets(unit.settings());
            warnings.variables(unit);
            if (unit.kind() == UnitKind.TASK) {
                warnings.task(unit);
            } else if (unit.settings().has(UnitKeys.PARALLELISM) && unit.value(UnitKeys.PARALLELISM) > 1) {
                warnings.at(unit, UnitKeys.PARALLELISM,
                        "parallelism " + unit.value(UnitKeys.PARALLELISM) + " changes nothing on a service",
                        "write instances for more replicas");
            }
        }
    }

    private void task(Unit unit) {
        boolean scheduled = unit.settings().has(TaskKeys.CRON);
        boolean dead = !scheduled && unit.value(TaskKeys.RUN_ON_START) == RunOnStart.NEVER
                && !unit.value(UnitKeys.API_TRIGGER) && unit.get(UnitKeys.HOOK_TOKENS) == null;
        if (dead) {
            at(unit, UnitKeys.API_TRIGGER,
                    "nothing can start it: no cron, no run_on_start, no hook_tokens, and api_trigger is false",
                    "give it a cron line, or drop api_trigger");
        }
        if (!scheduled && unit.settings().has(TaskKeys.JITTER)) {
            at(unit, TaskKeys.JITTER, "jitter has no effect without cron", "delete it, or give the task a cron line");
        }
        String script = unit.get(UnitKeys.RUN);
        if (script != null && unit.get(TaskKeys.PARAMS) != null && endsInComment(lastLine(script))) {
            at(unit, UnitKeys.RUN, "the script ends in a comment, which would swallow the params appended to it",
                    "end it with the command that takes them");
        }
    }

    private void grace(Unit unit, Duration ceiling, Set<Place> told) {
        Given<Duration> grace = unit.settings().effective(UnitKeys.GRACEFUL_STOP);
        if (grace != null && grace.value().compareTo(ceiling) > 0 && told.add(grace.place())) {
            at(unit, UnitKeys.GRACEFUL_STOP, "graceful_stop " + Durations.show(grace.value())
                    + " is longer than shutdown_timeout " + Durations.show(ceiling)
                    + ", which cuts it short at shutdown",
                    "raise [daemon] shutdown_timeout");
        }
    }

    private void shell(Unit unit, Set<Place> told) {
        Given<String> shell = unit.settings().effective(UnitKeys.SHELL);
        if (shell != null && !ScriptShells.takesStopAtError(shell.value()) && told.add(shell.place())) {
            at(unit, UnitKeys.SHELL,
                    "shell " + shell.value() + " is not known to take -e: a failing line will not end the script",
                    "check for errors in the script itself");
        }
    }

    /** Below [tasks.x.env] every line is a variable, also one that was meant for the task. */
    private void variables(Unit unit) {
        for (Key<Map<String, String>> key : List.of(UnitKeys.ENV, UnitKeys.SECRETS)) {
            Given<Map<String, String>> given = unit.settings().given(key);
            if (given == null || !(given.node() instanceof Node.Table table)) {
                continue;
            }
            for (Node.Entry entry : table.entries().values()) {
                if (Language.shape(unit.settings().table()).find(entry.key()) != null) {
                    KeyContext inside = given.context().inside(entry.key());
                    problems.warning(entry.keyPlace(), inside.path(), inside.subject() + ": \"" + entry.key()
                            + "\" is a variable here, and a key of the " + unit.kind().word() + " is called like it",
                            "if the key was meant, write it above the header of this table");
                }
            }
        }
    }

    /** A secret written out in a file that everybody may read. */
    private void secrets(Settings settings) {
        Given<Map<String, String>> secrets = settings.given(UnitKeys.SECRETS);
        if (secrets == null || !(secrets.node() instanceof Node.Table table)) {
            return;
        }
        boolean inline = table.entries()
            .values()
            .stream()
            .anyMatch(entry -> entry.value() instanceof Node.Text text && !text.value().contains("${"));
        Path file = secrets.context().file().path();
        if (inline && isReadableByAll(file)) {
            problems.warning(secrets.keyPlace(), secrets.context().path(), settings.context().subject()
                    + ": secrets stand in a file that every user of this machine can read",
                    "chmod 640 " + secrets.context().file().shown() + ", or write ${file:…} in their place");
        }
    }

    private static boolean isReadableByAll(Path file) {
        try {
            return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private void at(Unit unit, Key<?> key, String message, String remedy) {
        @Nullable
        Given<?> given = unit.settings().effective(key);
        if (given == null) {
            problems.warning(unit.settings().place(), unit.settings().context().path(),
                    unit.settings().context().subject() + ": " + message, remedy);
        } else {
            problems.warning(given.place(), given.context().path(), given.context().subject() + ": " + message, remedy);
        }
    }

    /** A # at the beginning of a word, outside quotes. */
    private static boolean endsInComment(String line) {
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '#' && (i == 0 || Character.isWhitespace(line.charAt(i - 1)))) {
                return true;
            }
        }
        return false;
    }

    private static String lastLine(String script) {
        List<String> lines = script.stripTrailing().lines().toList();
        return lines.isEmpty() ? "" : lines.getLast().strip();
    }
}
