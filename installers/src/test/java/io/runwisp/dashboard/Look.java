package io.runwisp.dashboard;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

/** How a page is looked at: the size of the window and the colours that the system prefers. */
record Look(int width, int height, boolean dark) {

    static final Look DESKTOP = new Look(1440, 900, true);
    static final Look PHONE = new Look(390, 844, true);
    static final Look BETWEEN = new Look(1024, 768, false);

    /** The same window in light colours. */
    Look light() {
        return new Look(width, height, false);
    }

    Browser.NewContextOptions options() {
        return new Browser.NewContextOptions().setViewportSize(width, height)
            .setColorScheme(colours())
            .setReducedMotion(ReducedMotion.REDUCE)
            .setTimezoneId("Europe/Vienna")
            .setLocale("en-GB");
    }

    ColorScheme colours() {
        return dark ? ColorScheme.DARK : ColorScheme.LIGHT;
    }

    @Override
    public String toString() {
        return width + (dark ? "-dark" : "-light");
    }
}
