package io.runwisp.view.screen;

import java.util.Map;

/** Pages of lists. */
public final class Pages {

    private static final int MOST = 1_000_000;

    private Pages() {
    }

    /** Which page a query wants, counted from 0; the first when it says nothing that can be read. */
    public static int number(Map<String, String> query) {
        try {
            return Math.clamp(Integer.parseInt(query.getOrDefault("page", "0")), 0, MOST);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** How many there are, at least one. */
    public static int count(long total, int rows) {
        return Math.clamp((total + rows - 1) / rows, 1, Integer.MAX_VALUE);
    }
}
