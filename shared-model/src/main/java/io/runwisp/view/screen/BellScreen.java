package io.runwisp.view.screen;

import io.runwisp.view.bell.BellRow;
import io.runwisp.view.words.Now;
import io.runwisp.view.words.Spans;
import io.runwisp.wire.notice.NotificationPage;
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

    /** How many a page has, unless fewer are asked for. */
    public static final int ROWS = 50;

    public BellScreen {
        rows = List.copyOf(rows);
    }

    /** The screen of a page. */
    public static BellScreen of(NotificationPage page, int unread, boolean first, Now now) {
        List<BellRow> rows = page.items().stream().map(row -> BellRow.of(row, now)).toList();
        String empty = !rows.isEmpty() ? null : first ? "Nothing has rung." : "The list ends before this page.";
        return new BellScreen(unread == 0
                ? "Nothing unread."
                : Spans.count(unread, "thing is", "things are") + " unread.", unread, rows, page.nextCursor(), empty);
    }
}
