package io.runwisp.view.calendar;

import io.runwisp.view.words.Mark;
import io.runwisp.view.words.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something on an axis: a run, a firing to come, or several of them that stand too close to be told apart.
 *
 * @param at where it begins, in thousandths of the axis
 * @param length how long it is, in thousandths, at least 1
 * @param ahead whether it has not happened yet
 * @param count how many there are
 * @param runId the run; empty when it is ahead or several
 * @param says what to show when somebody points at it
 */
public record Item(Instant from, int at, int length, Mark mark, Tone tone, boolean ahead, int count, String runId,
        String says) {

    private static final Comparator<Item> BY_BEGINNING = Comparator.comparing(Item::from);

    /** Those that stand in one of so many places and look alike become one. */
    static List<Item> merged(List<Item> items, int places) {
        Map<String, List<Item>> stacks = new LinkedHashMap<>();
        items.stream()
            .sorted(BY_BEGINNING)
            .forEach(item -> stacks.computeIfAbsent(
                    item.at() * places / Axis.WHOLE + " " + item.mark() + " " + item.ahead(), _ -> new ArrayList<>())
                .add(item));
        return stacks.values().stream().map(Item::together).toList();
    }

    private static Item together(List<Item> stack) {
        Item first = stack.getFirst();
        if (stack.size() == 1) {
            return first;
        }
        int end = stack.stream().mapToInt(item -> item.at + item.length).max().orElse(first.at + first.length);
        return new Item(first.from, first.at, end - first.at, first.mark, first.tone, first.ahead, stack.size(), "",
                stack.size() + (first.ahead ? " firings, the first " : " runs, the first ") + first.says);
    }
}
