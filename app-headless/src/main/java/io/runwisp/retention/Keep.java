package io.runwisp.retention;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How many ended runs of a unit are kept, and for how long; where both are given, the stricter one decides.
 *
 * @param runs the newest so many ({@code keep_runs}); 0 keeps none, empty keeps all
 * @param age as long as this since their creation ({@code keep_for}); empty keeps them for ever
 */
public record Keep(OptionalInt runs, Optional<Duration> age) {

    /** Everything, for ever. */
    public static final Keep ALL = new Keep(OptionalInt.empty(), Optional.empty());
}
