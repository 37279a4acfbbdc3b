package io.runwisp.view.run;

import io.runwisp.model.RunEnd;
import io.runwisp.view.words.Now;
import io.runwisp.wire.run.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Lengths of runs. */
final class RunTimes {

    private RunTimes() {
    }

    /** How long it ran, or has been running; nothing when it never did. */
    static Optional<Duration> length(Run run, Now now) {
        if (run.endReason() != null && run.exitCode() == RunEnd.NEVER_STARTED) {
            return Optional.empty();
        }
        Long measured = run.durationMs();
        if (measured != null) {
            return Optional.of(Duration.ofMillis(measured));
        }
        Instant start = run.startAt();
        if (start == null) {
            return Optional.empty();
        }
        Instant end = run.endAt();
        Duration length = Duration.between(start, end == null ? now.at() : end);
        return Optional.of(length.isNegative() ? Duration.ZERO : length);
    }
}
