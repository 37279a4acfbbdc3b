package io.runwisp.schedule;

import io.runwisp.schedule.ParseResult.Parsed;
import io.runwisp.schedule.ParseResult.Rejected;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads the text of a {@code cron} key: an optional zone, then a cron line or a word with an {@code @}. Whether it ever
 * fires is not asked here.
 */
public final class ScheduleParser {

    /** The longest text that is read; a line that lists every minute by number has under 200 characters. */
    public static final int LONGEST_TEXT = 1_000;

    private ScheduleParser() {
    }

    /** Reads {@code source} exactly as it stands in the file. */
    public static ParseResult parse(String source) {
        List<Word> words = Word.split(source);
        if (words.isEmpty()) {
            return new Rejected(
                    0,
                    source.length(),
                    "the schedule is empty",
                    "write for example \"30 2 * * *\", or leave the key out to run the task by hand only");
        }
        if (source.length() > LONGEST_TEXT) {
            int surplus = source.length() - LONGEST_TEXT;
            return new Rejected(
                    LONGEST_TEXT,
                    surplus,
                    "longer than " + LONGEST_TEXT + " characters",
                    "shorten the lists, for example with ranges and steps");
        }
        Word first = words.getFirst();
        if (!ZonePrefix.isIn(first)) {
            return read(new Line(source, null, words));
        }
        ZonePrefix prefix = new ZonePrefix(first);
        Rejected rejected = prefix.check();
        if (rejected != null) {
            return rejected;
        }
        return words.size() == 1
                ? first.rejected("nothing follows the zone", "write for example \"" + first.text() + " 30 2 * * *\"")
                : read(new Line(source, prefix.zone(), words.subList(1, words.size())));
    }

    private static ParseResult read(Line line) {
        if (line.words().getFirst().text().startsWith("@")) {
            return Shorthand.read(line);
        }
        Rejected misshapen = LineShape.check(line);
        if (misshapen != null) {
            return misshapen;
        }
        CronLine cron = new CronLine(line.words());
        Rejected rejected = cron.read();
        return rejected == null ? parsed(line, cron) : rejected;
    }

    private static Parsed parsed(Line line, CronLine cron) {
        String text = line.words().stream().map(Word::lowerCase).collect(Collectors.joining(" "));
        Word dates = cron.word(Field.DAY).through(cron.word(Field.MONTH), line.source());
        CronSchedule schedule = new CronSchedule(line.canonical(text), line.zone(), cron.times());
        return new Parsed(schedule, dates.offset(), dates.text().length());
    }
}
