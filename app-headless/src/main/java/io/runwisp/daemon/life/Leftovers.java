package io.runwisp.daemon.life;

import io.runwisp.engine.definition.UnitDefinition;
import io.runwisp.model.Run;
import io.runwisp.model.StopSignal;
import io.runwisp.process.OrphanSweep;
import io.runwisp.process.OrphanSweep.Left;
import io.runwisp.process.SweptRun;
import io.runwisp.time.MonotonicClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The processes that a dead daemon left, and how each of them is to be ended. */
record Leftovers(List<UnitDefinition> units, MonotonicClock clock) {

    private static final Duration GRACE_OF_UNKNOWN = Duration.ofSeconds(5);

    /** Ends what lives of these runs, all ladders at once, and returns when nothing does or the time is over. */
    List<SweptRun> end(List<Run> runs, Duration ceiling) {
        List<Left> left = new ArrayList<>();
        for (Run run : runs) {
            if (run.start() != null && run.start().process() != null) {
                left.add(new Left(run.id(), run.start().process(), signal(run), grace(run)));
            }
        }
        return left.isEmpty() ? List.of() : new OrphanSweep(clock).sweep(left, ceiling);
    }

    private StopSignal signal(Run run) {
        UnitDefinition unit = unit(run);
        return unit == null ? StopSignal.SIGTERM : unit.rules().stopSignal();
    }

    private Duration grace(Run run) {
        UnitDefinition unit = unit(run);
        return unit == null ? GRACE_OF_UNKNOWN : unit.rules().grace();
    }

    private @Nullable UnitDefinition unit(Run run) {
        return units.stream().filter(unit -> unit.name().equals(run.taskName())).findFirst().orElse(null);
    }
}
