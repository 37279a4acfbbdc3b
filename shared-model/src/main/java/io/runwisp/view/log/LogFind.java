package io.runwisp.view.log;

import io.runwisp.view.log.LogEntry.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds a text in the lines that are held, as they are shown, whatever their colours.
 *
 * @param caseMatters whether upper and lower case differ
 */
public record LogFind(String text, boolean caseMatters) {

    /** More places in one line need no marks. */
    private static final int MOST_MARKS = 200;

    /** Upper case is meant when somebody types it. */
    public static LogFind of(String text) {
        return new LogFind(text, !text.chars().noneMatch(Character::isUpperCase));
    }

    /**
     * A line with the text in it.
     *
     * @param wrapped whether it was found only after going on at the other end
     */
    public record Found(long place, boolean wrapped) {
    }

    /**
     * A place within a line.
     *
     * @param from the first letter of it among all letters of the spans
     * @param to the letter behind it
     */
    public record Mark(int from, int to) {
    }

    /** The next line behind a place that has it; at the end it goes on at the beginning. */
    public Optional<Found> next(LogBook book, long place) {
        return go(book, place, 1);
    }

    /** The next line before a place that has it; at the beginning it goes on at the end. */
    public Optional<Found> previous(LogBook book, long place) {
        return go(book, place, -1);
    }

    private Optional<Found> go(LogBook book, long from, int step) {
        LogEntries entries = book.entries();
        long first = entries.firstPlace();
        int size = entries.size();
        if (text.isEmpty() || size == 0) {
            return Optional.empty();
        }
        long start = Math.clamp(from, first - 1, entries.nextPlace());
        for (int i = 1; i <= size + 1; i++) {
            long walked = start + (long) i * step;
            long place = first + Math.floorMod(walked - first, size);
            if (entries.at(place) instanceof Line line && has(Ansi.plain(line.line().text()))) {
                return Optional.of(new Found(place, walked < first || walked >= entries.nextPlace()));
            }
        }
        return Optional.empty();
    }

    /** Where it is in a line of these spans. */
    public List<Mark> marks(List<Span> spans) {
        StringBuilder line = new StringBuilder();
        spans.forEach(span -> line.append(span.text()));
        List<Mark> marks = new ArrayList<>();
        int at = text.isEmpty() ? -1 : indexOf(line.toString(), 0);
        while (at >= 0 && marks.size() < MOST_MARKS) {
            marks.add(new Mark(at, at + text.length()));
            at = indexOf(line.toString(), at + text.length());
        }
        return marks;
    }

    private boolean has(String line) {
        return indexOf(line, 0) >= 0;
    }

    private int indexOf(String line, int from) {
        if (caseMatters) {
            return line.indexOf(text, from);
        }
        for (int i = from; i <= line.length() - text.length(); i++) {
            if (line.regionMatches(true, i, text, 0, text.length())) {
                return i;
            }
        }
        return -1;
    }
}
