package io.runwisp.cli;

import io.runwisp.cli.report.ProblemReport;
import io.runwisp.cli.terminal.Printer;
import io.runwisp.config.Config;
import io.runwisp.config.LoadResult;
import io.runwisp.config.problem.Place;
import io.runwisp.config.problem.Problem;
import io.runwisp.config.problem.Problem.Severity;
import io.runwisp.config.problem.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What came of opening the configuration that a command was asked about. */
sealed interface ConfigOutcome {

    /** It is valid. */
    record Loaded(Config config, List<Problem> warnings) implements ConfigOutcome {
    }

    /** It was read and cannot be used. */
    record Broken(List<Problem> errors, List<Problem> warnings) implements Unusable {

        @Override
        public void explain(Printer printer) {
            new ProblemReport(printer).printWithCount(errors, warnings);
        }
    }

    /** There is no such file. */
    record Absent(Problem problem) implements Unusable {

        @Override
        public List<Problem> errors() {
            return List.of(problem);
        }

        @Override
        public List<Problem> warnings() {
            return List.of();
        }

        @Override
        public void explain(Printer printer) {
            new ErrorMessage(problem.message() + ".", List.of(problem.remedy())).print(printer);
        }
    }

    /** Nothing can be done with it. */
    sealed interface Unusable extends ConfigOutcome {

        /** At least one. */
        List<Problem> errors();

        /** What else is worth a look. */
        List<Problem> warnings();

        /** Says why, to a person. */
        void explain(Printer printer);
    }

    /** Opens the configuration of an invocation. */
    static ConfigOutcome of(ConfigSource source, Invocation invocation) {
        String name = invocation.configName();
        Path path = invocation.path(name);
        if (Files.notExists(path)) {
            return absent(path, name, invocation);
        }
        LoadResult result = source.load(Path.of(name));
        return result.config() == null
                ? new Broken(result.errors(), result.warnings())
                : new Loaded(result.config(), result.warnings());
    }

    private static ConfigOutcome absent(Path path, String name, Invocation invocation) {
        String message;
        String remedy;
        if (invocation.usesDefaultConfig()) {
            message = "there is no " + name + " in " + invocation.directory();
            remedy = "Run \"runwisp init\" to write one to start from, or name another with --config FILE.";
        } else {
            message = "the file " + name + " does not exist";
            remedy = "Check the name, or run \"runwisp init " + name + "\" to write one to start from.";
        }
        Place place = Place.wholeFile(new SourceFile(path, name, List.of()));
        return new Absent(new Problem(Severity.ERROR, place, "", message, "", remedy));
    }
}
