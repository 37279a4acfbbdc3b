package io.runwisp.view.run;

import io.runwisp.model.EndReason;
import io.runwisp.wire.run.Run;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How long runs of a unit usually take, learned from its last successes.
 *
 * @param low a tenth of them were quicker
 * @param high a tenth of them took longer
 */
public record Usual(Duration low, Duration median, Duration high) {

    /** From how many successes it is learned at most. */
    public static final int LEARNED_FROM = 50;

    private static final int LEAST = 3;

    /**
     * What is usual, or nothing as long as there are too few successes to tell.
     *
     * @param newestFirst runs of the unit
     */
    public static Optional<Usual> of(List<Run> newestFirst) {
        List<Long> lengths = newestFirst.stream()
            .filter(run -> EndReason.SUCCESS.word().equals(run.endReason()))
            .map(Run::durationMs)
            .filter(Objects::nonNull)
            .limit(LEARNED_FROM)
            .sorted()
            .toList();
        return lengths.size() < LEAST
                ? Optional.empty()
                : Optional.of(new Usual(at(lengths, 10), at(lengths, 50), at(lengths, 90)));
    }

    private static Duration at(List<Long> sorted, int percent) {
        return Duration.ofMillis(sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)));
    }
}
