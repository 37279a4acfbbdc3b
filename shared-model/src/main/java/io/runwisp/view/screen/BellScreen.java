package io.runwisp.view.screen;

import io.runwisp.view.bell.BellRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has rung.
 *
 * @param more what to ask for with {@code before} to go on; null when there is no more
 * @param empty what to say when there is nothing to show; null when there is
 */
public record BellScreen(String headline, int unread, List<BellRow> rows, @Nullable String more,
        @Nullable String empty) {

    /** How many a page has. */
    public static final int ROWS = 50;

    public BellScreen {
        rows = List.copyOf(rows);
    }
}
