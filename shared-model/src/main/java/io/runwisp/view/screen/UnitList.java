package io.runwisp.view.screen;

import io.runwisp.view.run.Strip;
import io.runwisp.view.unit.UnitView;
import java.util.List;
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
