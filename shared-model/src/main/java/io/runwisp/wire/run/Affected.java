package io.runwisp.wire.run;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many runs a command has touched.
 *
 * @param deletion what a restoration names to take exactly this back; only after a deletion
 * @param passedOver those of the chosen that it has not touched
 */
public record Affected(int affected, @Nullable Instant deletion, List<PassedOver> passedOver) {

    public Affected {
        passedOver = List.copyOf(passedOver);
    }
}
