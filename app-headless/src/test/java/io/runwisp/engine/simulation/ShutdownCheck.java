package io.runwisp.engine.simulation;

import io.runwisp.engine.EngineMessage;
import io.runwisp.engine.Moment;
import io.runwisp.model.Run;
import io.runwisp.model.RunPhase;
import java.time.Duration;
import java.util.List;

/** The daemon ends within its ceiling, at once when nothing runs or when it is told twice, and leaves nothing behind. */
final class ShutdownCheck extends Check {

    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private boolean told;
    private long ceiling = Long.MAX_VALUE;
    private long promptly = Long.MAX_VALUE;

    ShutdownCheck(Ledger ledger) {
        super(ledger);
    }

    @Override
    void see(Happening happening) {
        switch (happening) {
            case Happening.Told(var at, EngineMessage.Shutdown _) -> toldOnce(at);
            case Happening.DaemonKilled _ -> {
                told = false;
                ceiling = Long.MAX_VALUE;
                promptly = Long.MAX_VALUE;
            }
            default -> {
            }
        }
    }

    private void toldOnce(Moment at) {
        boolean idle = ledger.unfinished().isEmpty() && ledger.machine.runs().isEmpty();
        ceiling = Math.min(ceiling, at.after(ledger.plan.rules().shutdownTimeout().plusSeconds(3)));
        if (told || idle) {
            promptly = Math.min(promptly, at.after(AT_ONCE));
        }
        told = true;
    }

    private boolean isLate(Moment now) {
        // A disk that is not well may take all the time that there is.
        boolean well = !ledger.slow && !ledger.stalled && now.nanos() - ledger.wellSince > AT_ONCE.toNanos();
        return now.nanos() > (well ? Math.min(ceiling, promptly) : ceiling);
    }

    @Override
    void quiet(Moment now) {
        if (isLate(now)) {
            throw violation("the daemon has not ended in time; still there: " + ledger.unfinished());
        }
    }

    /** The daemon says that everything has ended. */
    void finished(Moment now) {
        if (isLate(now)) {
            throw violation("the daemon ended too late, at " + now);
        }
        List<Run> running = ledger.unfinished().stream().filter(run -> run.phase() == RunPhase.RUNNING).toList();
        if (!ledger.stalled && !ledger.slow && !running.isEmpty()) {
            throw violation("the daemon ended, but their rows are not over: " + running);
        }
        if (ledger.machine.runs().stream().anyMatch(ledger.machine::executes)) {
            throw violation("the daemon ended, but these live: " + ledger.machine.runs());
        }
    }
}
