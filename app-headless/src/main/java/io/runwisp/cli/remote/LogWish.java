package io.runwisp.cli.remote;

import io.runwisp.cli.Invocation;
import io.runwisp.view.words.Now;
import io.runwisp.wire.log.LogLine;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of logs a call wants.
 *
 * @param last only so many at the end; null for all
 * @param sinceMs only those since, in Unix milliseconds; null for all
 * @param text what they contain, in lower case; null for anything
 */
record LogWish(boolean follow, @Nullable Integer last, @Nullable Long sinceMs, @Nullable String text) {

    private static final int MOST = 10_000;
    private static final int FOLLOWED = 10;

    static LogWish of(Invocation invocation, Now now) {
        String lines = invocation.value(LogsCommand.LINES);
        String since = invocation.value(LogsCommand.SINCE);
        String text = invocation.value(LogsCommand.GREP);
        boolean follow = invocation.has(LogsCommand.FOLLOW);
        if (follow && invocation.has(io.runwisp.cli.Option.JSON)) {
            throw new Usage.Wrong("--follow and --json do not go together: a document has an end.");
        }
        return new LogWish(follow, last(lines, follow && since == null),
                since == null ? null : Usage.time("--since", since, now).toEpochMilli(),
                text == null ? null : text.toLowerCase(Locale.ROOT));
    }

    private static @Nullable Integer last(@Nullable String written, boolean bounded) {
        if (written != null) {
            return Usage.number("-n", written, 1, MOST);
        }
        return bounded ? Integer.valueOf(FOLLOWED) : null;
    }

    /** Whether a line is wanted whatever it is. */
    boolean everyLine() {
        return sinceMs == null && text == null;
    }

    boolean wants(LogLine line) {
        if (sinceMs != null && line.ts() != 0 && line.ts() < sinceMs) {
            return false;
        }
        return text == null || line.text().toLowerCase(Locale.ROOT).contains(text);
    }
}
