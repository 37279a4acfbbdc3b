package io.runwisp.daemon.log;

import io.runwisp.engine.EngineEffect.Narrate.Level;
import io.runwisp.time.WallClock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/**
 * What stands before the text of a line: time and level, or the level alone where somebody else adds the time.
 *
 * @param timed whether the time is written
 */
public record LinePrefix(WallClock clock, ZoneId zone, boolean timed) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /** As the surroundings want it: the journal of systemd has times of its own. */
    public static LinePrefix in(Map<String, String> environment, WallClock clock, ZoneId zone) {
        return new LinePrefix(clock, zone, environment.getOrDefault("JOURNAL_STREAM", "").isEmpty());
    }

    String of(Level level) {
        String word = "[" + level + "] ";
        return timed ? TIME.format(clock.now().atZone(zone)) + " " + word : word;
    }
}
