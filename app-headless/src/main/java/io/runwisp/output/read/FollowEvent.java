package io.runwisp.output.read;

import io.runwisp.output.LiveRegion;

/** What whoever follows a log is told. */
public sealed interface FollowEvent {

    /** The next line. */
    record Line(LogLine line) implements FollowEvent {
    }

    /** Lines before this number are gone from the disk. */
    record Rotated(long firstAvailable) implements FollowEvent {
    }

    /** So many lines after this number are not told, because the follower was too slow; -1 is the number before the first line. */
    record Dropped(long after, long count) implements FollowEvent {
    }

    /** What a stream shows below its last line. */
    record Region(LiveRegion region) implements FollowEvent {
    }

    /** The log is complete; nothing follows. Its last line has this number, -1 when it has none. */
    record Done(long finalLine) implements FollowEvent {
    }
}
