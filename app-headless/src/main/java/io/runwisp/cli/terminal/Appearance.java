package io.runwisp.cli.terminal;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the user's environment says about colours, width and character set. */
record Appearance(boolean never, boolean always, boolean able, Glyphs glyphs, int width) {

    /** Where the launcher says how wide the terminal is: a variable would be handed on to every task. */
    private static final String COLUMNS_PROPERTY = "runwisp.columns";
    private static final int USUAL_WIDTH = 100;
    private static final int NARROWEST = 40;
    private static final int WIDEST = 1000;

    /** {@code NO_COLOR} beats {@code CLICOLOR_FORCE} and {@code FORCE_COLOR}, which beat what the terminal can do. */
    static Appearance of(Map<String, String> environment, String encoding) {
        boolean never = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        boolean always = isOn(environment.get("CLICOLOR_FORCE")) || isOn(environment.get("FORCE_COLOR"));
        boolean able = !environment.getOrDefault("TERM", "dumb").equals("dumb");
        Glyphs glyphs = encoding.toUpperCase(Locale.ROOT).contains("UTF-8") ? Glyphs.UNICODE : Glyphs.ASCII;
        return new Appearance(never, always, able, glyphs,
                width(environment.getOrDefault("COLUMNS", System.getProperty(COLUMNS_PROPERTY, ""))));
    }

    boolean colourOn(boolean terminal) {
        return !never && (always || (terminal && able));
    }

    private static boolean isOn(@Nullable String value) {
        return value != null && !value.isEmpty() && !value.equals("0") && !value.equals("false");
    }

    private static int width(String columns) {
        try {
            return Math.clamp(Integer.parseInt(columns), NARROWEST, WIDEST);
        } catch (NumberFormatException e) {
            return USUAL_WIDTH;
        }
    }
}
