package io.runwisp.view.calendar;

import java.util.List;

/**
 * A unit on an axis.
 *
 * @param items what ran, runs and will run, by their beginning
 */
public record Lane(String unit, List<Item> items) {

    public Lane {
        items = List.copyOf(items);
    }
}
