package io.runwisp.bell;

import io.runwisp.model.Elapsed;
import io.runwisp.model.EndReason;
import io.runwisp.model.Run;
import io.runwisp.model.RunEnd;
import java.time.Duration;

/** The sentences of the bell, and of what leaves the machine. */
public final class NoticeWords {

    /** A message may quote what a command printed. */
    private static final int LONGEST = 500;

    private NoticeWords() {
    }

    /** What happened, in a few words. */
    public static String title(Run run, String verb) {
        return (run.replicaIndex() == 0 ? run.taskName() : run.taskName() + "#" + run.replicaIndex()) + " " + verb;
    }

    /** Why, in a sentence or two. */
    public static String body(Run run) {
        RunEnd end = run.end();
        if (end == null) {
            return "It runs.";
        }
        StringBuilder text = new StringBuilder(what(run, end));
        if (end.duration() != null && run.message() != null) {
            text.append(" It ran ").append(Elapsed.text(end.duration())).append('.');
        }
        if (run.nextRetryAt() != null) {
            Duration wait = Duration.between(end.at(), run.nextRetryAt());
            text.append(" It is tried again in ").append(Elapsed.text(wait)).append('.');
        }
        return text.toString();
    }

    private static String what(Run run, RunEnd end) {
        String message = run.message();
        String code = end.reason() == EndReason.FAILED && end.exitCode() != RunEnd.NEVER_STARTED
                ? "Exit code " + end.exitCode()
                : "";
        if (message != null) {
            return code.isEmpty() ? sentence(message) : sentence(code + ": " + message);
        }
        String after = end.duration() == null ? "" : " after " + Elapsed.text(end.duration());
        return code.isEmpty() ? sentence("it ended" + after) : sentence(code + after);
    }

    /** Words that may come from a command, as one sentence of bounded length. */
    public static String sentence(String words) {
        String text = words.codePointCount(0, words.length()) > LONGEST
                ? words.substring(0, words.offsetByCodePoints(0, LONGEST - 1)) + "…"
                : words;
        String end = text.endsWith(".") || text.endsWith("…") ? "" : ".";
        int first = text.offsetByCodePoints(0, text.isEmpty() ? 0 : 1);
        return Character.isLowerCase(text.codePointAt(0))
                ? new StringBuilder().appendCodePoint(Character.toUpperCase(text.codePointAt(0)))
                    .append(text, first, text.length())
                    .append(end)
                    .toString()
                : text + end;
    }
}
