package io.runwisp.view.search;

import io.runwisp.model.Word;
import io.runwisp.view.log.Ansi;
import io.runwisp.view.run.RunRow;
import io.runwisp.view.unit.UnitView;
import io.runwisp.view.words.Mark;
import io.runwisp.view.words.Now;
import io.runwisp.view.words.Spans;
import io.runwisp.view.words.Times;
import io.runwisp.view.words.Tone;
import io.runwisp.wire.log.LineStream;
import io.runwisp.wire.log.SearchHit;
import io.runwisp.wire.run.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was found.
 *
 * @param headline how much, and whether it is still searched
 * @param searching whether more may be found
 * @param results units first, then runs, then lines; the best of each kind first
 */
public record SearchView(String headline, boolean searching, List<Result> results) {

    /** How many there are of each kind at most. */
    public static final int MOST = 50;

    /** So much of a line is shown. */
    private static final int WIDTH = 200;
    private static final int BEFORE = 40;

    public SearchView {
        results = List.copyOf(results);
    }

    /** What sort of thing was found. */
    public enum Kind implements Word {
        /** A task or a service. */
        UNIT("unit"),
        /** A run. */
        RUN("run"),
        /** A line that a run has printed. */
        LINE("line");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /**
     * A part of a title that was searched for.
     *
     * @param to the letter behind it
     */
    public record Piece(int from, int to) {
    }

    /**
     * Something that was found.
     *
     * @param says more about it
     * @param pieces what of the title was searched for
     * @param unit the unit that it is or is of
     * @param runId the run that it is or is of; empty for a unit
     * @param line the number of the line as the API counts it, from 0; -1 when it is none
     */
    public record Result(Kind kind, Mark mark, Tone tone, String title, List<Piece> pieces, String says, String unit,
            String runId, long line) {

        public Result {
            pieces = List.copyOf(pieces);
        }
    }

    /**
     * A line that was found, and in which unit.
     *
     * @param unit the unit whose logs were searched
     */
    public record Hit(String unit, SearchHit hit) {
    }

    /**
     * The view of what was found so far.
     *
     * @param typed what is searched for
     * @param units all units; those that do not fit are left out
     * @param runs runs that the daemon found
     * @param hits lines that the daemon found
     * @param searching whether answers are still to come
     */
    public static SearchView of(String typed, List<UnitView> units, List<Run> runs, List<Hit> hits, boolean searching,
            Now now) {
        Needle needle = new Needle(typed);
        if (needle.isEmpty()) {
            return new SearchView("Type a part of a name, of a run's id, or of what was printed.", false, List.of());
        }
        List<Result> results = new ArrayList<>();
        units.stream()
            .filter(unit -> fits(needle, unit) > Needle.NOT_THERE)
            .sorted(Comparator.comparingInt((UnitView unit) -> -fits(needle, unit)).thenComparing(UnitView::name))
            .limit(MOST)
            .forEach(unit -> results.add(new Result(Kind.UNIT, unit.mark(), unit.tone(), unit.name(),
                    needle.pieces(unit.name()), unit.sentence(), unit.name(), "", -1)));
        runs.stream()
            .sorted(Comparator.comparing(Run::id).reversed())
            .limit(MOST)
            .forEach(run -> results.add(run(needle, run, now)));
        hits.stream()
            .sorted(Comparator.comparing((Hit hit) -> hit.hit().runId())
                .reversed()
                .thenComparingLong(hit -> hit.hit().n()))
            .limit(MOST)
            .forEach(hit -> results.add(line(needle, hit, now)));
        return new SearchView(headline(results, searching), searching, results);
    }

    private static int fits(Needle needle, UnitView unit) {
        int name = needle.inName(unit.name());
        String description = unit.description();
        int about = Stream.of(unit.group(), description == null ? "" : description, unit.schedule(), unit.word())
            .mapToInt(needle::in)
            .max()
            .orElse(Needle.NOT_THERE);
        // Any name that fits comes before any description that fits.
        return name > Needle.NOT_THERE ? 2 * name + 200 : about;
    }

    private static Result run(Needle needle, Run run, Now now) {
        RunRow row = RunRow.of(run, now);
        String title = row.label() + " " + row.id();
        return new Result(Kind.RUN, row.verdict().mark(), row.verdict().tone(), title, needle.pieces(title),
                row.verdict().word() + ", " + row.ago(), run.taskName(), run.id(), -1);
    }

    private static Result line(Needle needle, Hit found, Now now) {
        SearchHit hit = found.hit();
        String title = around(needle, Ansi.plain(hit.text()));
        boolean error = hit.stream().equals(LineStream.STDERR.word());
        return new Result(Kind.LINE, error ? Mark.DEGRADED : Mark.OFF, error ? Tone.WARN : Tone.QUIET, title,
                needle.pieces(title), found.unit() + ", line " + (hit.n() + 1) + " of the run of "
                        + Times.clock(Instant.ofEpochMilli(hit.ts()), now),
                found.unit(), hit.runId(), hit.n());
    }

    /** Of a long line, what is around the first thing that was searched for. */
    private static String around(Needle needle, String line) {
        List<Piece> pieces = needle.pieces(line);
        int from = pieces.isEmpty() ? 0 : Math.max(0, pieces.getFirst().from() - BEFORE);
        int begin = line.length() <= WIDTH ? 0 : from;
        int end = Math.min(line.length(), begin + WIDTH);
        return (begin > 0 ? "\u2026" : "") + line.substring(begin, end) + (end < line.length() ? "\u2026" : "");
    }

    private static String headline(List<Result> results, boolean searching) {
        if (results.isEmpty()) {
            return searching ? "Searching." : "Nothing was found.";
        }
        return parts(results) + (searching ? "; still searching." : ".");
    }

    private static String parts(List<Result> results) {
        List<String> parts = new ArrayList<>();
        part(parts, results, Kind.UNIT, "unit", "units");
        part(parts, results, Kind.RUN, "run", "runs");
        part(parts, results, Kind.LINE, "line", "lines");
        return String.join(", ", parts);
    }

    private static void part(List<String> parts, List<Result> results, Kind kind, String one, String many) {
        long count = results.stream().filter(result -> result.kind() == kind).count();
        if (count > 0) {
            parts.add(Spans.count(count, one, many) + (count == MOST ? " and more" : ""));
        }
    }
}
