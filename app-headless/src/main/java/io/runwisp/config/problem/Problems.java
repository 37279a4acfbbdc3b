package io.runwisp.config.problem;

import io.runwisp.config.problem.Problem.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Collects every problem of one load and gives them back in the order of the files and of the lines. */
public final class Problems {

    private final Map<SourceFile, Integer> files = new LinkedHashMap<>();
    private final List<Problem> all = new ArrayList<>();
    private final List<Problem> absences = new ArrayList<>();
    private final Disguise disguise = new Disguise();
    private boolean incomplete;

    /** Makes a file known: problems come out in the order in which their files were announced. */
    public void announce(SourceFile file) {
        files.putIfAbsent(file, files.size());
    }

    /** Adds one; the same problem said twice is kept once. */
    public void add(Problem problem) {
        announce(problem.place().file());
        if (!all.contains(problem)) {
            all.add(problem);
        }
    }

    /** Adds an error. */
    public void error(Place place, String key, String message, String expected, String remedy) {
        add(new Problem(Severity.ERROR, place, key, message, expected, remedy));
    }

    /** How many errors there are so far, to see whether a step has added one. */
    public int count() {
        return all.size();
    }

    /** Adds an error about something that is not there: it counts only if every file could be read to its end. */
    public void absence(Place place, String key, String message, String expected, String remedy) {
        announce(place.file());
        absences.add(new Problem(Severity.ERROR, place, key, message, expected, remedy));
    }

    /** Says that a file has parts that could not be read: what seems to be absent may stand there. */
    public void incomplete() {
        incomplete = true;
    }

    /** Says that a value came from somewhere else and may be secret: in every text the reference stands in its place. */
    public void disguise(String value, String reference) {
        disguise.add(value, reference);
    }

    /** Adds a warning. */
    public void warning(Place place, String key, String message, String remedy) {
        add(new Problem(Severity.WARNING, place, key, message, "", remedy));
    }

    /** The errors, sorted by file and position. */
    public List<Problem> errors() {
        return sorted(Severity.ERROR);
    }

    /** The warnings, sorted by file and position. */
    public List<Problem> warnings() {
        return sorted(Severity.WARNING);
    }

    private List<Problem> sorted(Severity severity) {
        return Stream.concat(all.stream(), incomplete ? Stream.empty() : absences.stream().distinct())
            .filter(problem -> problem.severity() == severity)
            .sorted(Comparator.comparingInt((Problem problem) -> files.getOrDefault(problem.place().file(), 0))
                .thenComparing(Problem::place))
            .map(disguise::over)
            .toList();
    }
}
