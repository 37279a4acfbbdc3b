package io.runwisp.view.runs;

import io.runwisp.view.words.Now;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
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
        LocalDate from = wanted.from();
        LocalDate to = wanted.to();
        if (from != null || to != null) {
            chips.add(chip(days(from, to, now), wanted.withDays(null, null)));
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

    private static String days(@Nullable LocalDate from, @Nullable LocalDate to, Now now) {
        LocalDate today = now.at().atZone(now.zone()).toLocalDate();
        if (from != null && from.equals(to)) {
            return from.equals(today) ? "today" : "on " + DAY.format(from);
        }
        if (from == null) {
            return to == null ? "" : "until " + DAY.format(to);
        }
        return to == null ? "since " + DAY.format(from) : "from " + DAY.format(from) + " to " + DAY.format(to);
    }
}
