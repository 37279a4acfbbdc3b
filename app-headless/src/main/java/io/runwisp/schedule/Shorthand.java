package io.runwisp.schedule;

import io.runwisp.config.grammar.NearestName;
import io.runwisp.schedule.ParseResult.Parsed;
import io.runwisp.schedule.ParseResult.Rejected;
import java.util.List;
import java.util.Map;

/** Reads a line that begins with an {@code @}. */
final class Shorthand {

    private static final String EVERY = "@every";
    private static final List<String> NAMES = List.of("@hourly", "@daily", "@midnight", "@weekly", "@monthly",
            "@yearly", "@annually", EVERY);
    private static final Map<String, String> FIELDS = Map.of(
            "@hourly", "0 * * * *",
            "@daily", "0 0 * * *",
            "@midnight", "0 0 * * *",
            "@weekly", "0 0 * * 0",
            "@monthly", "0 0 1 * *",
            "@yearly", "0 0 1 1 *",
            "@annually", "0 0 1 1 *");

    private Shorthand() {
    }

    /** Every word with an {@code @} that means something. */
    static List<String> names() {
        return NAMES;
    }

    static ParseResult read(Line line) {
        Word name = line.words().getFirst();
        String lower = name.lowerCase();
        if (lower.equals(EVERY)) {
            return Interval.read(line);
        }
        String fields = FIELDS.get(lower);
        if (fields == null) {
            return unknown(name);
        }
        if (line.words().size() > 1) {
            return line.from(1).rejected(name.text() + " takes nothing after it", "write " + lower + " alone");
        }
        CronLine cron = new CronLine(Word.split(fields));
        if (cron.read() != null) {
            throw new IllegalStateException(lower + " stands for unreadable fields");
        }
        CronSchedule schedule = new CronSchedule(line.canonical(lower), line.zone(), cron.times());
        return new Parsed(schedule, name.offset(), name.text().length());
    }

    private static Rejected unknown(Word name) {
        if (name.lowerCase().equals("@reboot")) {
            return name.rejected("@reboot is not a schedule", "use run_on_start = \"boot\"");
        }
        String known = String.join(" ", NAMES) + " 15m";
        String remedy = NearestName.in(NAMES, name.text())
            .map(near -> "write " + near + "; known are " + known)
            .orElse("write one of " + known);
        return name.rejected(name.text() + " is not a schedule", remedy);
    }
}
