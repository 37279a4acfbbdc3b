package io.runwisp.engine;

import io.runwisp.engine.OutputSink.Source;
import io.runwisp.model.StopSignal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a child does, step by step: written as a real shell script for real launchers, acted out by fake ones. */
public record ChildScript(List<Step> steps) {

    public ChildScript {
        steps = List.copyOf(steps);
    }

    /** One thing that it does. */
    public sealed interface Step {
    }

    /** Prints a text, with or without the end of the line. */
    public record Print(Source source, String text, boolean finished) implements Step {
    }

    /** Prints so many bytes, in lines of 64. */
    public record Flood(int bytes) implements Step {
    }

    /** Does nothing for a while; a signal that is trapped ends the wait. */
    public record Sleep(Duration time) implements Step {
    }

    /** Ignores SIGTERM from now on, and so do the processes that it starts later. */
    public record IgnoreTerm() implements Step {
    }

    /** From now on, exits so long after a SIGTERM. */
    public record TrapTerm(int exitCode, Duration after) implements Step {
    }

    /** Starts a process that only lives for a while, and goes on. */
    public record Fork(Place place, Duration life, boolean holdsPipes) implements Step {
    }

    /** Exits. */
    public record Exit(int code) implements Step {
    }

    /** Ends itself by a signal. */
    public record Die(StopSignal signal) implements Step {
    }

    /** Where a process that it starts lives. */
    public enum Place {
        /** In the group of the run. */
        GROUP,
        /** In a group of its own, in the session of the run. */
        OWN_GROUP,
        /** In a session of its own. */
        OWN_SESSION
    }

    /** Does nothing and exits with 0. */
    public static ChildScript begin() {
        return new ChildScript(List.of());
    }

    /** And then prints a line. */
    public ChildScript prints(String line) {
        return and(new Print(Source.STDOUT, line, true));
    }

    /** And then prints a line to its error output. */
    public ChildScript printsError(String line) {
        return and(new Print(Source.STDERR, line, true));
    }

    /** And then prints the beginning of a line. */
    public ChildScript printsPart(String part) {
        return and(new Print(Source.STDOUT, part, false));
    }

    /** And then prints a lot. */
    public ChildScript floods(int bytes) {
        return and(new Flood(bytes));
    }

    /** And then waits. */
    public ChildScript sleeps(Duration time) {
        return and(new Sleep(time));
    }

    /** And then ignores SIGTERM. */
    public ChildScript ignoresTerm() {
        return and(new IgnoreTerm());
    }

    /** And then is ready to exit with a code on SIGTERM. */
    public ChildScript trapsTerm(int exitCode, Duration after) {
        return and(new TrapTerm(exitCode, after));
    }

    /** And then starts another process, which lives for this long. */
    public ChildScript forks(Place place, Duration life, boolean holdsPipes) {
        return and(new Fork(place, life, holdsPipes));
    }

    /** And then exits. */
    public ChildScript exits(int code) {
        return and(new Exit(code));
    }

    /** And then ends itself by a signal. */
    public ChildScript diesBy(StopSignal signal) {
        return and(new Die(signal));
    }

    private ChildScript and(Step step) {
        List<Step> all = new ArrayList<>(steps);
        all.add(step);
        return new ChildScript(all);
    }

    /** The same as a script for {@code /bin/sh -e}; needs setsid and bash where it starts processes that escape. */
    public String sh() {
        return steps.stream().map(ChildScript::sh).collect(Collectors.joining("\n", "", "\n:"));
    }

    private static String sh(Step step) {
        return switch (step) {
            case Print(var source, var text, var finished) -> "printf '%s" + (finished ? "\\n" : "") + "' "
                    + quoted(text) + (source == Source.STDERR ? " >&2" : "");
            case Flood(var bytes) -> "yes " + "x".repeat(63) + " | head -c " + bytes;
            case Sleep(var time) -> "sleep " + seconds(time) + " || :";
            case IgnoreTerm() -> "trap '' TERM";
            case TrapTerm(var code, var after) -> "trap 'sleep " + seconds(after) + "; exit " + code + "' TERM";
            case Fork(var place, var life, var holds) -> forked(place, "sleep " + seconds(life), holds);
            case Exit(var code) -> "exit " + code;
            case Die(var signal) -> "kill -" + signal.number() + " $$; sleep 60";
        };
    }

    private static String forked(Place place, String command, boolean holdsPipes) {
        String redirected = command + (holdsPipes ? "" : " >/dev/null 2>&1");
        return switch (place) {
            case GROUP -> redirected + " &";
            case OWN_GROUP -> "bash -c 'set -m; " + redirected + " &'";
            case OWN_SESSION -> "setsid " + redirected + " &";
        };
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1000.0);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
