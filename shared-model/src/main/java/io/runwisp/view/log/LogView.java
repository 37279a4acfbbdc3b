package io.runwisp.view.log;

import io.runwisp.view.words.Now;
import io.runwisp.view.words.Spans;
import io.runwisp.wire.log.LogRegion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a console shows of a log.
 *
 * @param banner what is missing at the beginning; null when nothing is
 * @param live what is still redrawn below the last row; none when the rows are not the last ones
 * @param firstPlace the place of the first row that is held
 * @param nextPlace the place behind the last row that is held
 * @param more whether there is more before the first row that is held
 * @param status the line below the console
 * @param empty what to say when there is no row; null when there is
 */
public record LogView(@Nullable String banner, List<LogRow> rows, List<List<Span>> live, long firstPlace,
        long nextPlace, boolean more, boolean following, String status, @Nullable String empty) {

    public LogView {
        rows = List.copyOf(rows);
        live = List.copyOf(live);
    }

    /**
     * The view of a part of a book.
     *
     * @param service the name of the service, in its merged log; else null
     * @param from the place of the first row; while the end is followed, the last rows are shown instead
     */
    public static LogView of(LogBook book, @Nullable String service, long from, int rows, Now now) {
        LogEntries entries = book.entries();
        long begin = book.following() ? entries.nextPlace() - rows : from;
        List<LogRow> shown = LogRow.of(book, service, begin, rows, now);
        boolean atEnd = shown.isEmpty() || shown.getLast().place() == entries.nextPlace() - 1;
        return new LogView(banner(book), shown, atEnd && book.behind() == 0 ? live(book) : List.of(),
                entries.firstPlace(), entries.nextPlace(), book.older().isPresent(), book.following(), status(book),
                shown.isEmpty() ? empty(book) : null);
    }

    private static List<List<Span>> live(LogBook book) {
        return book.regions().stream().map(LogRegion::rows).flatMap(List::stream).map(Ansi::spans).toList();
    }

    private static @Nullable String banner(LogBook book) {
        return book.gone() == 0
                ? null
                : "The first " + Spans.count(book.gone(), "line is", "lines are")
                        + " gone: the log had reached its largest size.";
    }

    private static String status(LogBook book) {
        StringBuilder text = new StringBuilder(Spans.count(book.total(), "line", "lines"));
        text.append(book.complete() ? ", complete" : book.following() ? ", following" : ", live");
        if (book.behind() > 0) {
            text.append(", ").append(Spans.count(book.behind(), "newer line", "newer lines")).append(" below");
        }
        if (book.missed() > 0) {
            text.append(", ").append(Spans.count(book.missed(), "line", "lines")).append(" not shown");
        }
        return text.toString();
    }

    private static String empty(LogBook book) {
        if (!book.fetched()) {
            return "Loading.";
        }
        if (book.total() > 0) {
            return "No line is held here.";
        }
        return book.complete() ? "It printed nothing." : "Nothing printed yet. What it prints appears here.";
    }
}
