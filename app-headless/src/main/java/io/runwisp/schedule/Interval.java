package io.runwisp.schedule;

import io.runwisp.config.grammar.Durations;
import io.runwisp.config.grammar.Reading;
import io.runwisp.config.grammar.UnitGuesses;
import io.runwisp.schedule.ParseResult.Parsed;
import io.runwisp.schedule.ParseResult.Rejected;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the interval of an {@code @every}: a duration of whole seconds, at least one. */
final class Interval {

    private static final String EVERY = "write @every ";
    private static final String SAMPLE = "write for example @every 15m or @every 1h30m";

    private Interval() {
    }

    static ParseResult read(Line line) {
        List<Word> words = line.words();
        Word name = words.getFirst();
        if (words.size() == 1) {
            return name.rejected("@every has no interval", SAMPLE);
        }
        Word text = line.from(1);
        if (words.size() > 2) {
            String joined = words.stream().skip(1).map(Word::text).collect(Collectors.joining());
            return text.rejected("an interval has no blanks", remedy(text, joined));
        }
        return switch (Durations.read(text.text())) {
            case Reading.Bad<Duration> bad -> unreadable(text, bad);
            case Reading.Good<Duration>(Duration period) -> {
                Rejected rejected = checkSize(text, period);
                yield rejected == null ? parsed(line, text, period) : rejected;
            }
        };
    }

    /** Whether a text is an interval, if perhaps one that is too short. */
    static boolean isIn(String text) {
        return Durations.read(text) instanceof Reading.Good<Duration>(Duration period) && period.isPositive();
    }

    private static Rejected unreadable(Word text, Reading.Bad<Duration> bad) {
        Word part = text.at(bad);
        // Only whoever wrote a bare number knows its unit: a guess could start the task sixty times too often.
        String number = part.text();
        String remedy = part.isNumber()
                ? "write " + number + "s, " + number + "m or " + number + "h"
                : remedy(text, "");
        return part.rejected(bad.reason(), remedy);
    }

    /** Offers what was probably meant, or else {@code other}, if that is an interval; if not, an example. */
    private static String remedy(Word text, String other) {
        String meant = UnitGuesses.duration(text.text()).orElse(other);
        return isIn(meant) ? EVERY + meant : SAMPLE;
    }

    private static @Nullable Rejected checkSize(Word text, Duration period) {
        if (period.isNegative()) {
            return text.rejected("an interval cannot be negative", EVERY + text.from(1).text());
        }
        Duration whole = Duration.ofSeconds(period.toSeconds());
        if (whole.isZero()) {
            return text.rejected(text.text() + " is shorter than one second", EVERY + "1s or more");
        }
        return period.equals(whole)
                ? null
                : text.rejected(
                        text.text() + " is not a whole number of seconds", EVERY + Durations.show(whole));
    }

    private static Parsed parsed(Line line, Word text, Duration period) {
        Word whole = line.from(0);
        String canonical = line.canonical(line.words().getFirst().lowerCase() + " " + text.text());
        return new Parsed(new EverySchedule(canonical, line.zone(), period), whole.offset(), whole.text().length());
    }
}
