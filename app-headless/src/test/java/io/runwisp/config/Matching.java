package io.runwisp.config;

import io.runwisp.config.Markers.Marker;
import io.runwisp.config.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Pairs expectations with problems, one to one. */
final class Matching {

    private final List<Marker> markers;
    private final List<Problem> problems;
    private final int[] markerOfProblem;

    private Matching(List<Marker> markers, List<Problem> problems) {
        this.markers = markers;
        this.problems = problems;
        this.markerOfProblem = new int[problems.size()];
        java.util.Arrays.fill(markerOfProblem, -1);
    }

    /** What is left over on either side, in words; empty when everything pairs up. */
    static String of(List<Marker> markers, List<Problem> problems) {
        Matching matching = new Matching(markers, problems);
        List<String> left = matching.pair();
        for (int i = 0; i < problems.size(); i++) {
            if (matching.markerOfProblem[i] < 0) {
                left.add("unexpected on line " + problems.get(i).place().line() + ": " + problems.get(i).message());
            }
        }
        return String.join("\n", left);
    }

    /** The expectations that no problem meets, in words. */
    static String missing(List<Marker> markers, List<Problem> problems) {
        return String.join("\n", new Matching(markers, problems).pair());
    }

    private List<String> pair() {
        List<String> missing = new ArrayList<>();
        for (int marker = 0; marker < markers.size(); marker++) {
            if (!augment(marker, new HashSet<>())) {
                Marker one = markers.get(marker);
                missing
                    .add("missing on line " + one.line() + " of " + one.file().getFileName() + ": " + one.fragments());
            }
        }
        return missing;
    }

    private boolean augment(int marker, Set<Integer> seen) {
        for (int problem = 0; problem < problems.size(); problem++) {
            if (meets(problems.get(problem), markers.get(marker)) && seen.add(problem)
                    && (markerOfProblem[problem] < 0 || augment(markerOfProblem[problem], seen))) {
                markerOfProblem[problem] = marker;
                return true;
            }
        }
        return false;
    }

    private static boolean meets(Problem problem, Marker marker) {
        String text = (problem.message() + "\n" + problem.expected() + "\n" + problem.remedy() + "\n" + problem.key())
            .toLowerCase(Locale.ROOT);
        return problem.place().line() == marker.line() && problem.place().file().path().equals(marker.file())
                && marker.fragments().stream().allMatch(part -> text.contains(part.toLowerCase(Locale.ROOT)));
    }
}
