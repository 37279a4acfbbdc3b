package io.runwisp.wire.run;

import java.util.List;

/**
 * The runs that were started in place of others, one for each unit.
 *
 * @param passedOver the units of which none was started
 */
public record Reruns(List<RunReference> triggered, List<PassedOver> passedOver) {

    public Reruns {
        triggered = List.copyOf(triggered);
        passedOver = List.copyOf(passedOver);
    }
}
