package io.runwisp.view.log;

import io.runwisp.model.Word;
import io.runwisp.view.log.LogEntry.Gap;
import io.runwisp.view.log.LogEntry.Line;
import io.runwisp.view.run.RunRow;
import io.runwisp.view.words.Now;
import io.runwisp.view.words.Spans;
import io.runwisp.view.words.Times;
import io.runwisp.wire.log.LineStream;
import io.runwisp.wire.log.LogLine;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a console.
 *
 * @param place what it is asked for by, see {@link LogEntries}
 * @param number what stands in the gutter, counted from 1; empty for a gap and for what goes on with the line before
 * @param tag the replica that it is of, in the log of a service; else empty
 * @param at when it was written; empty when nobody knows
 */
public record LogRow(long place, String number, String tag, String at, Tint tint, List<Span> spans) {

    public LogRow {
        spans = List.copyOf(spans);
    }

    /** What sort of row it is. */
    public enum Tint implements Word {
        /** Standard output. */
        STDOUT("stdout"),
        /** Standard error output. */
        STDERR("stderr"),
        /** The daemon. */
        SYSTEM("system"),
        /** Lines that are not here. */
        GAP("gap");

        private final String word;

        Tint(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /** Up to so many rows of a book, from a place on. */
    public static List<LogRow> of(LogBook book, @Nullable String service, long from, int most, Now now) {
        long first = Math.max(from, book.entries().firstPlace());
        long next = Math.min(first + most, book.entries().nextPlace());
        LogRow[] rows = new LogRow[(int) Math.max(0, next - first)];
        for (int i = 0; i < rows.length; i++) {
            LogEntry entry = book.entries().at(first + i);
            rows[i] = switch (entry) {
                case Line line -> of(first + i, line, service, now);
                case Gap gap -> of(first + i, gap);
                case null -> throw new IllegalStateException("nothing is held at " + (first + i));
            };
        }
        return Arrays.asList(rows);
    }

    private static LogRow of(long place, Line entry, @Nullable String service, Now now) {
        LogLine line = entry.line();
        boolean goesOn = Boolean.TRUE.equals(line.continued());
        return new LogRow(place, goesOn ? "" : Long.toString(line.n() + 1),
                service == null ? "" : RunRow.label(service, entry.replica()),
                line.ts() == 0 ? "" : Times.exact(Instant.ofEpochMilli(line.ts()), now), tint(line.stream()),
                Ansi.spans(line.text()));
    }

    private static LogRow of(long place, Gap gap) {
        return new LogRow(place, "", "", "", Tint.GAP, Ansi.spans(Spans.count(gap.count(), "line is", "lines are")
                + " not shown here."));
    }

    private static Tint tint(String stream) {
        if (stream.equals(LineStream.STDERR.word())) {
            return Tint.STDERR;
        }
        return stream.equals(LineStream.SYSTEM.word()) ? Tint.SYSTEM : Tint.STDOUT;
    }
}
