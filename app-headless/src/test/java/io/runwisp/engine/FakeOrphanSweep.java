package io.runwisp.engine;

import io.runwisp.model.Run;
import io.runwisp.model.StopOrder;
import io.runwisp.model.StopSignal;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Ends what a dead daemon left on a {@link FakeMachine}, every run by its ladder and all of them at once. */
public final class FakeOrphanSweep {

    private final FakeMachine machine;

    /** Sweeps this machine. */
    public FakeOrphanSweep(FakeMachine machine) {
        this.machine = machine;
    }

    /** Signals, lets time pass up to the longest grace, kills; answers how many processes it found. */
    public int sweep(List<Run> unfinished, Function<Run, StopOrder> ladder) {
        int found = 0;
        Duration longest = Duration.ZERO;
        for (Run run : unfinished) {
            StopOrder order = ladder.apply(run);
            List<FakeProcess> leftovers = machine.leftovers(run);
            found += leftovers.size();
            leftovers.forEach(process -> machine.kill(process, order.signal()));
            if (!machine.leftovers(run).isEmpty() && order.grace().compareTo(longest) > 0) {
                longest = order.grace();
            }
        }
        machine.timers().advance(longest);
        for (Run run : unfinished) {
            machine.leftovers(run).forEach(process -> machine.kill(process, StopSignal.SIGKILL));
        }
        return found;
    }
}
