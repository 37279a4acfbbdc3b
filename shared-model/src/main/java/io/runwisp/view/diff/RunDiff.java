package io.runwisp.view.diff;

import io.runwisp.view.run.RunRow;
import io.runwisp.view.words.Now;
import io.runwisp.view.words.Spans;
import io.runwisp.view.words.Verdict;
import io.runwisp.wire.log.LogLine;
import io.runwisp.wire.run.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Two runs side by side.
 *
 * @param headline what differs, in a sentence
 * @param facts what is on record about both
 * @param text what they printed
 */
public record RunDiff(String headline, RunRow left, RunRow right, List<Fact> facts, TextDiff text) {

    private static final double NOTABLE = 1.2;

    public RunDiff {
        facts = List.copyOf(facts);
    }

    /**
     * A fact.
     *
     * @param says how they differ in numbers; empty when there is nothing to say
     */
    public record Fact(String name, String left, String right, boolean same, String says) {
    }

    /**
     * The view of two runs.
     *
     * @param leftLines what the left one printed
     * @param rightLines what the right one printed
     */
    public static RunDiff of(Run left, List<LogLine> leftLines, Run right, List<LogLine> rightLines, Now now) {
        RunRow leftRow = RunRow.of(left, now);
        RunRow rightRow = RunRow.of(right, now);
        List<Fact> facts = new ArrayList<>();
        plain(facts, "outcome", leftRow, rightRow, row -> row.verdict().word());
        plain(facts, "exit", leftRow, rightRow, RunRow::exit);
        measured(facts, "duration", left.durationMs(), right.durationMs(), ms -> Spans.text(Duration.ofMillis(ms)),
                "longer");
        measured(facts, "memory", left.peakMemoryBytes(), right.peakMemoryBytes(), Spans::size, "more");
        measured(facts, "processor time", left.cpuTimeMs(), right.cpuTimeMs(), ms -> Spans.text(Duration.ofMillis(ms)),
                "more");
        plain(facts, "started", leftRow, rightRow, RunRow::when);
        plain(facts, "asked for by", leftRow, rightRow, RunRow::by);
        plain(facts, "unit", leftRow, rightRow, RunRow::label);
        plain(facts, "retry", leftRow, rightRow, row -> row.retry() == null ? "" : row.retry().toString());
        plain(facts, "on record", leftRow, rightRow, row -> row.note() == null ? "" : row.note());
        measured(facts, "lines", (long) leftLines.size(), (long) rightLines.size(), Long::toString, "more");
        TextDiff text = TextDiff.of(leftLines, rightLines);
        return new RunDiff(headline(leftRow.verdict(), rightRow.verdict(), facts, text), leftRow, rightRow, facts,
                text);
    }

    private static void plain(List<Fact> facts, String name, RunRow left, RunRow right, Function<RunRow, String> of) {
        String one = of.apply(left);
        String other = of.apply(right);
        if (!one.isEmpty() || !other.isEmpty()) {
            facts.add(new Fact(name, one, other, one.equals(other), ""));
        }
    }

    private static void measured(List<Fact> facts, String name, @Nullable Long left, @Nullable Long right,
            LongFunction<String> text, String more) {
        if (left == null && right == null) {
            return;
        }
        facts.add(new Fact(name, left == null ? "" : text.apply(left), right == null ? "" : text.apply(right),
                Objects.equals(left, right), left == null || right == null ? "" : times(left, right, more)));
    }

    /** How the right one relates to the left one, when that is worth a word. */
    private static String times(long left, long right, String more) {
        long less = Math.min(left, right);
        long great = Math.max(left, right);
        if (less <= 0 || (double) great / less < NOTABLE) {
            return "";
        }
        String side = right > left ? "right" : "left";
        double times = (double) great / less;
        return "the " + side + " one "
                + (times < 10 ? String.format(Locale.ROOT, "%.1f", times) : Math.round(times) + "")
                + " times " + (more.equals("longer") ? "as long" : "as much");
    }

    private static String headline(Verdict left, Verdict right, List<Fact> facts, TextDiff text) {
        boolean alike = left.word().equals(right.word());
        StringBuilder says = new StringBuilder(alike
                ? "Both: " + left.word()
                : "Left: " + left.word() + ", right: " + right.word());
        facts.stream()
            .filter(fact -> fact.name().equals("exit") && !fact.same())
            .forEach(fact -> says.append(", exit ")
                .append(fact.left().isEmpty() ? "none" : fact.left())
                .append(" and ")
                .append(fact.right().isEmpty() ? "none" : fact.right()));
        facts.stream()
            .filter(fact -> fact.name().equals("duration") && !fact.says().isEmpty())
            .forEach(fact -> says.append("; ").append(fact.says()));
        return says.append("; ").append(printed(text)).append('.').toString();
    }

    private static String printed(TextDiff text) {
        if (text.same()) {
            return text.alike() == 0 ? "neither printed anything" : "they printed the same";
        }
        if (text.rows().isEmpty()) {
            return "what they printed is too different to be compared";
        }
        int differ = Math.max(text.left(), text.right());
        return Spans.count(differ, "line differs", "lines differ");
    }
}
