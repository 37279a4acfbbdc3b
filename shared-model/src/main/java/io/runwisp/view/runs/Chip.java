package io.runwisp.view.runs;

import io.runwisp.view.words.Now;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that narrows a list, in words, and what is wanted without it.
 *
 * @param wrong whether it cannot be read and is ignored
 * @param without the query of an address without it
 */
public record Chip(String says, boolean wrong, String without) {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);

    /** All that narrows a list. */
    static List<Chip> of(RunsWanted wanted, Now now) {
        List<Chip> chips = new ArrayList<>();
        if (!wanted.statuses().isEmpty()) {
            chips.add(chip(Statuses.says(wanted.statuses()), wanted.withStatuses(Set.of())));
        }
        if (wanted.task() != null) {
            chips.add(chip("of " + wanted.task(), wanted.withTask(null)));
        }
        if (wanted.trigger() != null) {
            chips.add(chip("asked for by " + wanted.trigger().word(), wanted.withTrigger(null)));
        }
        if (wanted.from() != null || wanted.to() != null) {
            chips.add(chip(time(wanted.from(), wanted.to(), now), wanted.within(null, null)));
        }
        String exit = wanted.exit();
        if (exit != null) {
            chips.add(new Chip(wanted.exitIsWrong() ? "exit " + exit + "? " + ExitCodes.EXPECTED : "exit " + exit,
                    wanted.exitIsWrong(), RunsText.address(wanted.withExit(null))));
        }
        if (wanted.retriesOnly()) {
            chips.add(chip("retries only", wanted.withRetriesOnly(false)));
        }
        if (wanted.search() != null) {
            chips.add(chip("with \"" + wanted.search() + "\"", wanted.withSearch(null)));
        }
        return chips;
    }

    private static Chip chip(String says, RunsWanted without) {
        return new Chip(says, false, RunsText.address(without));
    }

    private static String time(@Nullable Edge from, @Nullable Edge to, Now now) {
        if (from == null) {
            return to == null ? "" : "until " + text(to, now);
        }
        if (to == null) {
            return "since " + text(from, now);
        }
        LocalDate day = day(from, now);
        boolean whole = from instanceof Edge.Day && to instanceof Edge.Day;
        if (!day.equals(day(to, now)) || !whole && (from instanceof Edge.Day || to instanceof Edge.Day)) {
            return "from " + text(from, now) + " to " + text(to, now);
        }
        String on = day.equals(now.at().atZone(now.zone()).toLocalDate()) ? "today" : "on " + DAY.format(day);
        return whole ? on : on + " from " + clock(from, now) + " to " + clock(to, now);
    }

    private static LocalDate day(Edge edge, Now now) {
        return edge.first(now.zone()).atZone(now.zone()).toLocalDate();
    }

    private static String text(Edge edge, Now now) {
        return DAY.format(day(edge, now)) + (edge instanceof Edge.Day ? "" : " " + clock(edge, now));
    }

    /** By the clock of whoever looks; seconds only where there are some. */
    private static String clock(Edge edge, Now now) {
        LocalTime time = edge.first(now.zone()).atZone(now.zone()).toLocalTime();
        return time.equals(time.truncatedTo(ChronoUnit.MINUTES)) ? time.toString() : SECONDS.format(time);
    }
}
