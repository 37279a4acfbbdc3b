package io.runwisp.output.read;

/** Where following begins. */
public sealed interface FollowStart {

    /** At a line; a negative number counts from the end. */
    record At(long line) implements FollowStart {
    }

    /** Behind the last line that the follower has seen. */
    record After(long lastSeen) implements FollowStart {
    }
}
