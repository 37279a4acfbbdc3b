package io.runwisp.wire.run;

import java.util.List;

/** The runs that were started in place of others, one for each unit. */
public record Reruns(List<RunReference> triggered) {

    public Reruns {
        triggered = List.copyOf(triggered);
    }
}
