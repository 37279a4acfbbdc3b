package io.runwisp.view.screen;

import io.runwisp.model.Word;
import io.runwisp.view.search.Needle;
import io.runwisp.view.unit.UnitView;
import io.runwisp.view.words.Mark;
import io.runwisp.view.words.Tone;
import io.runwisp.wire.unit.TaskResponse;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which units somebody wants to see, and in which order.
 *
 * @param search words that must all be in the name, the group, the description or the schedule; empty for none
 * @param page counted from 0
 */
public record UnitsWanted(Filter filter, Sort sort, String search, int page) {

    /** All of them, those first that need somebody. */
    public static final UnitsWanted ALL = new UnitsWanted(Filter.ALL, Sort.PRIORITY, "", 0);

    /** What units can be narrowed to. */
    public enum Filter implements Word {
        /** Every unit. */
        ALL("all", "All", (_, _) -> true),
        /** Those that need somebody. */
        ATTENTION("attention", "Need you", (_, view) -> view.needsYou()),
        /** Those of which something runs. */
        RUNNING("running", "Running", (_, view) -> runs(view)),
        /** Tasks with a schedule. */
        SCHEDULED("scheduled", "Scheduled", (unit, _) -> scheduled(unit)),
        /** Tasks without one. */
        MANUAL("manual", "By hand", (unit, view) -> !view.service() && !scheduled(unit)),
        /** Tasks with a paused schedule. */
        PAUSED("paused", "Paused", (_, view) -> view.mark() == Mark.PAUSED);

        private final String word;
        private final String label;
        @SuppressWarnings("ImmutableEnumChecker")
        private final BiPredicate<TaskResponse, UnitView> takes;

        Filter(String word, String label, BiPredicate<TaskResponse, UnitView> takes) {
            this.word = word;
            this.label = label;
            this.takes = takes;
        }

        @Override
        public String word() {
            return word;
        }

        String label() {
            return label;
        }

        boolean takes(TaskResponse unit, UnitView view) {
            return takes.test(unit, view);
        }
    }

    /** In which order units stand. */
    public enum Sort implements Word {
        /** Those first that need somebody, then those that run. */
        PRIORITY("priority"),
        /** The newest run first. */
        ACTIVITY("activity"),
        /** The next run first. */
        NEXT("next"),
        /** By name. */
        NAME("name");

        private final String word;

        Sort(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /** What a query says; what it does not say, or what cannot be read, is as in {@link #ALL}. */
    public static UnitsWanted of(Map<String, String> query) {
        return new UnitsWanted(word(Filter.values(), query.get("filter"), ALL.filter),
                word(Sort.values(), query.get("sort"), ALL.sort), query.getOrDefault("search", "").strip(),
                Pages.number(query));
    }

    private static <W extends Word> W word(W[] words, @Nullable String said, W usual) {
        return Word.find(words, said).orElse(usual);
    }

    static boolean runs(UnitView view) {
        return view.mark() == Mark.RUNNING || view.tone() == Tone.ACTIVE;
    }

    private static boolean scheduled(TaskResponse unit) {
        return unit.task() != null && unit.task().cron() != null;
    }

    boolean finds(UnitView view) {
        Needle needle = new Needle(search);
        String description = view.description();
        return needle.isEmpty() || Stream.of(view.name(), view.group(), description == null ? "" : description,
                view.schedule())
            .anyMatch(text -> needle.in(text) > Needle.NOT_THERE);
    }

    Comparator<UnitView> order() {
        Comparator<UnitView> newest = Comparator.comparing(
                (UnitView view) -> view.last() == null ? Instant.EPOCH : view.last().at(), Comparator.reverseOrder());
        Comparator<UnitView> next = Comparator
            .comparing((UnitView view) -> view.nextAt() == null ? Instant.MAX : view.nextAt());
        return switch (sort) {
            case PRIORITY -> Comparator.comparingInt(UnitsWanted::rank)
                .thenComparing(newest)
                .thenComparing(next)
                .thenComparing(UnitView::name);
            case ACTIVITY -> newest.thenComparing(UnitView::name);
            case NEXT -> next.thenComparing(UnitView::name);
            case NAME -> Comparator.comparing(UnitView::name, String.CASE_INSENSITIVE_ORDER);
        };
    }

    private static int rank(UnitView view) {
        List<Boolean> ranks = List.of(view.needsYou() && view.tone() == Tone.BAD, view.needsYou(),
                !view.service() && runs(view), view.service() && runs(view), view.mark() == Mark.PAUSED,
                view.nextAt() != null);
        int first = ranks.indexOf(true);
        return first < 0 ? ranks.size() : first;
    }
}
