package io.runwisp.view.runs;

import io.runwisp.client.RunQuery;
import io.runwisp.model.RunSort;
import io.runwisp.model.Trigger;
import io.runwisp.model.Word;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One of the things that can be said about which runs are wanted, under the key that it has in every text. */
enum Wish implements Word {
    STATUS("status") {
        @Override
        @Nullable
        String of(RunsWanted wanted) {
            return wanted.statuses().isEmpty() ? null : Statuses.text(wanted.statuses());
        }

        @Override
        Optional<RunsWanted> with(RunsWanted wanted, String value) {
            return Statuses.read(value).map(wanted::withStatuses);
        }

        @Override
        String expected() {
            return Statuses.expected();
        }
    },
    TASK("task") {
        @Override
        @Nullable
        String of(RunsWanted wanted) {
            return wanted.task();
        }

        @Override
        Optional<RunsWanted> with(RunsWanted wanted, String value) {
            return Optional.of(wanted.withTask(value));
        }
    },
    TRIGGER("trigger") {
        @Override
        @Nullable
        String of(RunsWanted wanted) {
            return wanted.trigger() == null ? null : wanted.trigger().word();
        }

        @Override
        Optional<RunsWanted> with(RunsWanted wanted, String value) {
            return Word.find(Trigger.values(), value).map(wanted::withTrigger);
        }

        @Override
        String expected() {
            return "one of " + words(Trigger.values());
        }
    },
    FROM("from") {
        @Override
        @Nullable
        String of(RunsWanted wanted) {
            return wanted.from() == null ? null : wanted.from().text();
        }

        @Override
        Optional<RunsWanted> with(RunsWanted wanted, String value) {
            return Edge.read(value).map(edge -> wanted.within(edge, wanted.to()));
        }

        @Override
        String expected() {
            return A_TIME;
        }
    },
    TO("to") {
        @Override
        @Nullable
        String of(RunsWanted wanted) {
            return wanted.to() == null ? null : wanted.to().text();
        }

        @Override
        Optional<RunsWanted> with(RunsWanted wanted, String value) {
            return Edge.read(value).map(edge -> wanted.within(wanted.from(), edge));
        }

        @Override
        String expected() {
            return A_TIME;
        }
    },
    EXIT("exit") {
        @Override
        @Nullable
        String of(RunsWanted wanted) {
            return wanted.exit();
        }

        @Override
        Optional<RunsWanted> with(RunsWanted wanted, String value) {
            return Optional.of(wanted.withExit(value));
        }
    },
    RETRIES("retries") {
        @Override
        @Nullable
        String of(RunsWanted wanted) {
            return wanted.retriesOnly() ? "only" : null;
        }

        @Override
        Optional<RunsWanted> with(RunsWanted wanted, String value) {
            return value.equals("only") ? Optional.of(wanted.withRetriesOnly(true)) : Optional.empty();
        }

        @Override
        String expected() {
            return "\"only\"";
        }
    },
    SORT("sort") {
        @Override
        @Nullable
        String of(RunsWanted wanted) {
            RunSort sort = wanted.sort();
            return sort.equals(RunSort.NEWEST) ? null : (sort.descending() ? "-" : "") + sort.field().word();
        }

        @Override
        Optional<RunsWanted> with(RunsWanted wanted, String value) {
            boolean descending = value.startsWith("-");
            String field = descending ? value.substring(1) : value;
            return Word.find(RunSort.Field.values(), field)
                .map(known -> wanted.withSort(new RunSort(known, descending)));
        }

        @Override
        String expected() {
            return "one of " + words(RunSort.Field.values()) + ", with - before it for the greatest first";
        }
    },
    SEARCH("search") {
        @Override
        @Nullable
        String of(RunsWanted wanted) {
            return wanted.search();
        }

        @Override
        Optional<RunsWanted> with(RunsWanted wanted, String value) {
            return value.length() > RunQuery.LONGEST_SEARCH
                    ? Optional.empty()
                    : Optional.of(wanted.withSearch(value));
        }

        @Override
        String expected() {
            return "at most " + RunQuery.LONGEST_SEARCH + " characters";
        }
    };

    private static final String A_TIME = "a day such as 2026-11-26, or an instant such as 2026-11-26T02:30:00Z";

    private final String word;

    Wish(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }

    /** What was said about it, or null. */
    abstract @Nullable String of(RunsWanted wanted);

    /** The same with this said about it; empty when that cannot be read. */
    abstract Optional<RunsWanted> with(RunsWanted wanted, String value);

    /** What can be said about it. */
    String expected() {
        return "a text";
    }

    static Optional<Wish> ofWord(String written) {
        return Word.find(values(), written);
    }

    static String words(Word[] words) {
        return Arrays.stream(words).map(Word::word).collect(Collectors.joining(", "));
    }
}
