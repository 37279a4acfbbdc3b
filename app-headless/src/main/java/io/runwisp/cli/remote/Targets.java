package io.runwisp.cli.remote;

import io.runwisp.cli.ErrorMessage;
import io.runwisp.config.grammar.NearestName;
import io.runwisp.model.RunId;
import io.runwisp.wire.unit.TaskResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a call is about, out of names, ids of runs and globs.
 *
 * @param units in the order in which they were named, each once
 * @param runs ids of runs
 * @param unknown what is none of these, with what to do
 */
record Targets(List<TaskResponse> units, List<String> runs, List<Unknown> unknown) {

    /** A name that nothing has, and what to say of it. */
    record Unknown(String name, ErrorMessage message) {
    }

    Targets {
        units = List.copyOf(units);
        runs = List.copyOf(runs);
        unknown = List.copyOf(unknown);
    }

    /** Looks up what was written; {@code *} and {@code ?} stand for any characters and any one. */
    static Targets of(List<String> written, List<TaskResponse> all) {
        Set<TaskResponse> units = new LinkedHashSet<>();
        List<String> runs = new ArrayList<>();
        List<Unknown> unknown = new ArrayList<>();
        for (String target : written) {
            List<TaskResponse> matching = all.stream().filter(unit -> matches(target, unit.name())).toList();
            units.addAll(matching);
            if (matching.isEmpty() && RunId.isValid(target)) {
                runs.add(target);
            } else if (matching.isEmpty()) {
                unknown.add(unknown(target, all));
            }
        }
        return new Targets(List.copyOf(units), runs, unknown);
    }

    /** What to say of a name that nothing has. */
    static Unknown unknown(String name, List<TaskResponse> all) {
        return new Unknown(name, message(name, all));
    }

    private static ErrorMessage message(String name, List<TaskResponse> all) {
        List<String> names = all.stream().map(TaskResponse::name).toList();
        if (isGlob(name)) {
            return new ErrorMessage("no task or service matches \"" + name + "\".", known(names));
        }
        List<String> details = new ArrayList<>();
        NearestName.in(names, name).ifPresent(near -> details.add("Did you mean \"" + near + "\"?"));
        details.addAll(known(names));
        return new ErrorMessage("there is no task or service \"" + name + "\".", details);
    }

    private static List<String> known(List<String> names) {
        return names.isEmpty()
                ? List.of("The daemon has no tasks and no services yet.")
                : List.of("There is: " + names.stream().limit(20).collect(Collectors.joining(", "))
                        + (names.size() > 20 ? " and " + (names.size() - 20) + " more." : "."));
    }

    static boolean isGlob(String target) {
        return target.indexOf('*') >= 0 || target.indexOf('?') >= 0;
    }

    private static boolean matches(String target, String name) {
        return isGlob(target) ? glob(target, 0, name, 0) : target.equals(name);
    }

    private static boolean glob(String pattern, int p, String text, int t) {
        if (p == pattern.length()) {
            return t == text.length();
        }
        char wanted = pattern.charAt(p);
        if (wanted == '*') {
            int next = p;
            while (next < pattern.length() && pattern.charAt(next) == '*') {
                next++;
            }
            for (int i = t; i <= text.length(); i++) {
                if (glob(pattern, next, text, i)) {
                    return true;
                }
            }
            return false;
        }
        return t < text.length() && (wanted == '?' || wanted == text.charAt(t)) && glob(pattern, p + 1, text, t + 1);
    }
}
