package io.runwisp.cli.terminal;

/** The signs that not every terminal can draw, and what stands for them where it cannot. */
public enum Glyphs {
    /** For terminals that speak UTF-8. */
    UNICODE("✓", "…"),
    /** For all others. */
    ASCII("ok", "...");

    private final String tick;
    private final String ellipsis;

    Glyphs(String tick, String ellipsis) {
        this.tick = tick;
        this.ellipsis = ellipsis;
    }

    /** Says that something went well. */
    public String tick() {
        return tick;
    }

    /** Stands where something was cut off. */
    public String ellipsis() {
        return ellipsis;
    }
}
