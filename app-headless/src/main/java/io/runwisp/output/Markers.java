package io.runwisp.output;

import io.runwisp.time.WallClock;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;

/** The lines by which a log says what happened to it. Each begins with the local time. */
final class Markers {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final WallClock clock;
    private final ZoneId zone;

    Markers(WallClock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    String rotated(long maxBytes) {
        return stamped("output rotated at the limit of " + maxBytes + " bytes; earlier output was truncated");
    }

    String full(long maxBytes) {
        return stamped("the log has reached its limit of " + maxBytes + " bytes; further output is dropped");
    }

    String killed(long maxBytes) {
        return stamped("the log has reached its limit of " + maxBytes + " bytes; the run is ended");
    }

    String notRotated(long maxBytes, String reason) {
        return stamped("the log has reached its limit of " + maxBytes + " bytes and could not be rotated (" + reason
                + "); further output is dropped");
    }

    String noSpace(long free, long minimum, boolean endRun) {
        return stamped("the disk has " + free + " bytes left, less than the minimum of " + minimum + "; "
                + (endRun ? "the run is ended" : "further output is dropped"));
    }

    String failed(String reason) {
        return stamped("the log could not be written (" + reason + "); output is missing here");
    }

    String ended(long producedBytes, long maxBytes) {
        String limit = maxBytes == 0 ? "no limit" : "a limit of " + maxBytes + " bytes";
        return stamped("output is incomplete: " + producedBytes + " bytes were produced, the log has " + limit);
    }

    /** What the system said, in one line. */
    static String reason(IOException e) {
        return e.getClass().getSimpleName() + ": " + Objects.requireNonNullElse(e.getMessage(), "no details");
    }

    private String stamped(String text) {
        return STAMP.format(clock.now().atZone(zone)) + " " + text;
    }
}
