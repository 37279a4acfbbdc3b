package io.runwisp.view.screen;

import io.runwisp.view.run.Strip;
import io.runwisp.view.run.Usual;
import io.runwisp.view.unit.UnitView;
import io.runwisp.view.words.Now;
import io.runwisp.view.words.Spans;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.unit.TaskResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of the units that are wanted.
 *
 * @param headline how many there are, and which
 * @param chips what they can be narrowed to
 * @param filter the word of the chip that is on
 * @param sort the word of the order that they are in
 * @param page which page it is, counted from 0
 * @param pages how many there are, at least 1
 * @param total how many units are wanted
 * @param empty what to say when there is nothing to show; null when there is
 */
public record UnitList(String headline, List<Chip> chips, String filter, String sort, String search, List<Row> rows,
        int page, int pages, int total, @Nullable String empty) {

    /** How many a page has. */
    public static final int ROWS = 100;

    public UnitList {
        chips = List.copyOf(chips);
        rows = List.copyOf(rows);
    }

    /**
     * The page that is wanted, or the last one when it is further than that.
     *
     * @param views the views of all of them, by name
     * @param recent the newest runs of a unit, newest first
     */
    static UnitList of(Collection<TaskResponse> units, Map<String, UnitView> views, UnitsWanted wanted,
            Function<String, List<Run>> recent, Now now) {
        Map<UnitsWanted.Filter, Integer> counts = new EnumMap<>(UnitsWanted.Filter.class);
        List<UnitView> found = new ArrayList<>();
        for (TaskResponse unit : units) {
            UnitView view = views.get(unit.name());
            if (view == null || !wanted.finds(view)) {
                continue;
            }
            for (UnitsWanted.Filter filter : UnitsWanted.Filter.values()) {
                if (filter.takes(unit, view)) {
                    counts.merge(filter, 1, Integer::sum);
                }
            }
            if (wanted.filter().takes(unit, view)) {
                found.add(view);
            }
        }
        found.sort(wanted.order());
        int pages = Pages.count(found.size(), ROWS);
        int page = Math.min(wanted.page(), pages - 1);
        return new UnitList(headline(found.size(), wanted), chips(counts, wanted), wanted.filter().word(),
                wanted.sort().word(), wanted.search(),
                found.stream()
                    .skip((long) page * ROWS)
                    .limit(ROWS)
                    .map(view -> row(view, recent.apply(view.name()), now))
                    .toList(),
                page, pages, found.size(), empty(units.size(), found.size(), wanted));
    }

    private static Row row(UnitView view, List<Run> newestFirst, Now now) {
        return new Row(view, view.last() == null ? "" : view.last().verdict().word() + ", " + view.last().ago(),
                view.service()
                        ? ""
                        : Usual.of(newestFirst).map(usual -> Spans.text(usual.median())).orElse(""),
                Strip.of(newestFirst, now));
    }

    private static List<Chip> chips(Map<UnitsWanted.Filter, Integer> counts, UnitsWanted wanted) {
        List<Chip> chips = new ArrayList<>();
        for (UnitsWanted.Filter filter : UnitsWanted.Filter.values()) {
            int count = counts.getOrDefault(filter, 0);
            boolean on = filter == wanted.filter();
            if (count > 0 || on || filter != UnitsWanted.Filter.PAUSED) {
                chips.add(new Chip(filter.word(), filter.label(), count, on));
            }
        }
        return chips;
    }

    private static String headline(int total, UnitsWanted wanted) {
        return (total == 0 ? "No units" : Spans.count(total, "unit", "units"))
                + (wanted.filter() == UnitsWanted.Filter.ALL ? ""
                        : ", " + wanted.filter().label().toLowerCase(Locale.ROOT))
                + (wanted.search().isEmpty() ? "" : ", with \"" + wanted.search() + "\"") + ".";
    }

    private static @Nullable String empty(int all, int found, UnitsWanted wanted) {
        if (found > 0) {
            return null;
        }
        if (all == 0) {
            return "The configuration has no tasks and no services.";
        }
        return wanted.filter() == UnitsWanted.Filter.ATTENTION && wanted.search().isEmpty()
                ? "Nothing needs you."
                : "No unit fits. Take away what narrows the list to see more.";
    }

    /** Something that units can be narrowed to. */
    public record Chip(String word, String label, int count, boolean on) {
    }

    /**
     * A unit.
     *
     * @param last what became of its newest run, and when
     * @param usual how long it usually takes; empty when nobody knows yet
     */
    public record Row(UnitView unit, String last, String usual, Strip strip) {
    }
}
