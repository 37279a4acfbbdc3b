package io.runwisp.bench;

import io.runwisp.bench.Figure.Goal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What one bench measured: baselines, and figures beside the baseline of their unit. */
public final class Figures {

    private final Map<String, Figure> baselines = new LinkedHashMap<>();
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    /** What the following figures of this unit are held against. */
    public void baseline(String what, double value, String unit) {
        if (!(value > 0)) {
            throw new IllegalArgumentException("a baseline is greater than nothing: " + what + " = " + value);
        }
        Figure figure = new Figure(what, value, unit, null);
        baselines.put(unit, figure);
        figures.add(figure);
    }

    /** A figure that is the baseline if it is the first of its unit. */
    public void beside(String what, double value, String unit) {
        if (baselines.containsKey(unit)) {
            add(what, value, unit);
        } else {
            baseline(what, value, unit);
        }
    }

    /** A figure. */
    public void add(String what, double value, String unit) {
        put(new Figure(what, value, unit, null));
    }

    /** A figure that must not be greater. */
    public void atMost(double bound, String what, double value, String unit) {
        put(new Figure(what, value, unit, new Goal(true, bound)));
    }

    /** A figure that must not be less. */
    public void atLeast(double bound, String what, double value, String unit) {
        put(new Figure(what, value, unit, new Goal(false, bound)));
    }

    /** Something that should have been measured and was not, and why. A bench that misses something has failed. */
    public void missing(String what) {
        missing.add(what);
    }

    private void put(Figure figure) {
        if (!baselines.containsKey(figure.unit())) {
            throw new IllegalStateException("no baseline was measured in " + figure.unit() + " before: " + figure);
        }
        figures.add(figure);
    }

    /** Whether each figure was measured and keeps what was promised. */
    public boolean areKept() {
        return missing.isEmpty() && figures.stream().allMatch(Figure::isKept);
    }

    /** The table that people read; it can stand in a Markdown page. */
    public String table() {
        StringBuilder table = new StringBuilder();
        table.append(String.format(Locale.ROOT, "| %-66s | %12s | %-8s | %9s | %-15s |%n", "what", "figure", "unit",
                "ratio", "promised"));
        table.append("|").append("-".repeat(68)).append("|").append("-".repeat(13)).append(":|");
        table.append("-".repeat(10)).append("|").append("-".repeat(10)).append(":|").append("-".repeat(17));
        table.append("|").append(System.lineSeparator());
        figures.forEach(figure -> table.append(line(figure)));
        table.append(System.lineSeparator()).append(verdict());
        return table.toString();
    }

    private String verdict() {
        StringBuilder verdict = new StringBuilder();
        missing.forEach(what -> verdict.append("not measured: ").append(what).append(System.lineSeparator()));
        List<Figure> broken = figures.stream().filter(figure -> !figure.isKept()).toList();
        broken.forEach(figure -> verdict
            .append(String.format(Locale.ROOT, "missed: %s: %s %s, promised %s%n", figure.what(),
                    Figure.text(figure.value()), figure.unit(), figure.goal())));
        long promised = figures.stream().filter(figure -> figure.goal() != null).count();
        if (promised > 0) {
            verdict.append(String.format(Locale.ROOT, "%d of %d promises kept%n", promised - broken.size(), promised));
        }
        return verdict.toString();
    }

    private String line(Figure figure) {
        Figure baseline = baselines.getOrDefault(figure.unit(), figure);
        boolean isBaseline = baselines.containsValue(figure);
        String ratio = isBaseline ? "baseline" : Figure.text(figure.value() / baseline.value()) + "x";
        Goal goal = figure.goal();
        String promised = goal == null ? "" : goal + (figure.isKept() ? "" : ": MISSED");
        return String.format(Locale.ROOT, "| %-66s | %12s | %-8s | %9s | %-15s |%n", figure.what(),
                Figure.text(figure.value()), figure.unit(), ratio, promised);
    }
}
