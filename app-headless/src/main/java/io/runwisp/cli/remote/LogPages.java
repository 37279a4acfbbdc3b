package io.runwisp.cli.remote;

import io.runwisp.client.DaemonApi;
import io.runwisp.client.LogQuery;
import io.runwisp.wire.log.LogLine;
import io.runwisp.wire.log.LogPage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The lines of a log that are wanted, one page in memory at a time; ends where the log ended when it was reached. */
final class LogPages {

    private final DaemonApi daemon;
    private final LogSource source;
    private final LogWish wish;
    private final Deque<LogLine> page = new ArrayDeque<>();
    private @Nullable Long next;

    LogPages(DaemonApi daemon, LogSource source, LogWish wish) {
        this.daemon = daemon;
        this.source = source;
        this.wish = wish;
        Integer last = wish.last();
        // Lines that are filtered do not count, so those must all be looked at.
        next = last != null && wish.text() == null && wish.sinceMs() == null ? -(long) last : 0L;
    }

    LogSource source() {
        return source;
    }

    /** The next line, still to be taken; null at the end. */
    @Nullable
    LogLine peek() {
        while (page.isEmpty() && next != null) {
            fetch(next);
        }
        return page.peek();
    }

    LogLine take() {
        if (peek() == null) {
            throw new NoSuchElementException(source.run());
        }
        return page.remove();
    }

    private void fetch(long from) {
        LogPage fetched = daemon.log(source.unit(), source.run(),
                new LogQuery(from, LogQuery.USUAL, wish.sinceMs(), null));
        for (LogLine line : fetched.lines()) {
            if (wish.wants(line)) {
                page.add(line);
            }
        }
        next = after(fetched);
    }

    /** Where to go on: where the page says, else behind its last line while there are more. */
    private static @Nullable Long after(LogPage fetched) {
        if (fetched.nextFrom() != null) {
            return fetched.nextFrom();
        }
        if (fetched.lines().isEmpty()) {
            return null;
        }
        long behind = fetched.lines().getLast().n() + 1;
        return behind < fetched.totalLines() ? behind : null;
    }
}
