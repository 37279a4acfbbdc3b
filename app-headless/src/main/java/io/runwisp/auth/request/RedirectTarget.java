package io.runwisp.auth.request;

import org.jspecify.annotations.Nullable;

/** Where a launch may lead: to a page of this daemon, and nowhere else. */
public final class RedirectTarget {

    private static final String START_PAGE = "/";
    private static final int LONGEST = 2_000;

    private RedirectTarget() {
    }

    /**
     * The path that was asked for, or the start page. Browsers read a backslash as a slash and leave out tabs and line ends,
     * so a path that has any of these could name another host; it is not repaired.
     */
    public static String of(@Nullable String asked) {
        if (asked == null || asked.length() > LONGEST || !asked.startsWith("/") || asked.startsWith("//")) {
            return START_PAGE;
        }
        boolean plain = asked.chars().allMatch(c -> c > ' ' && c <= '~' && c != '\\');
        return plain ? asked : START_PAGE;
    }
}
