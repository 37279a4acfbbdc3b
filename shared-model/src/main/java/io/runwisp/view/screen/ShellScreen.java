package io.runwisp.view.screen;

import io.runwisp.view.words.Mark;
import io.runwisp.view.words.Tone;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every screen: which daemon it is, its units, the bell, and what everybody should know.
 *
 * @param instance the name by which people tell daemons apart
 * @param host the machine
 * @param zone the zone of schedules that name none
 * @param zoneFrom where that zone comes from
 * @param auth whether people log in; false when everybody is let in
 * @param stale what to say when the configuration on disk differs from what is in force, or null
 * @param stalled what to say when nothing new is started, or null
 * @param groups units under their headings, both by name; at most {@link #MOST_UNITS} units
 * @param leftOut how many units are not among them
 * @param badge what stands on the bell; empty for nothing
 * @param unreadBad whether something unread is an error
 */
public record ShellScreen(String instance, String host, String version, String zone, String zoneFrom, boolean auth,
        @Nullable String stale, @Nullable String stalled, List<Group> groups, int leftOut, int unread, String badge,
        boolean unreadBad) {

    /** How many units stand around a screen. */
    public static final int MOST_UNITS = 500;

    public ShellScreen {
        groups = List.copyOf(groups);
    }

    /** Units under one heading. */
    public record Group(String name, List<Entry> units) {

        public Group {
            units = List.copyOf(units);
        }
    }

    /**
     * A unit.
     *
     * @param meta the one thing to know about it, short: {@code in 9 h}, {@code 3/3}, {@code by hand}
     * @param at what that is about, when it is a time: its next run, or the start of what runs
     */
    public record Entry(String name, boolean service, Mark mark, Tone tone, String word, String meta,
            @Nullable Instant at) {
    }
}
