package io.runwisp.engine;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a unit is under way, as far as a reload must know it.
 *
 * @param waiting how many of its runs stand in line
 * @param retries the attempt numbers of the failed runs whose retry is to come
 * @param awake whether one of its places has, or will have, a life by itself
 * @param intervalBegan when the interval of its {@code @every} began, or null
 */
record UnitStanding(int waiting, List<Integer> retries, boolean awake, @Nullable Instant intervalBegan) {

    static final UnitStanding NONE = new UnitStanding(0, List.of(), false, null);

    UnitStanding {
        retries = List.copyOf(retries);
    }
}
