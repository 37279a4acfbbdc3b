package io.runwisp.view.screen;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is due.
 *
 * @param hours how far it looks
 * @param rows earliest first
 * @param complete whether these are all
 * @param empty what to say when there is nothing to show; null when there is
 */
public record UpcomingScreen(String headline, int hours, List<Due> rows, boolean complete, @Nullable String empty) {

    /** How many there are at most. */
    public static final int ROWS = 100;

    public UpcomingScreen {
        rows = List.copyOf(rows);
    }
}
