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
    private long deadline = Long.MAX_VALUE;

    ShutdownCheck(Ledger ledger) {
        super(ledger);
    }

    @Override
    void see(Happening happening) {
        switch (happening) {
            case Happening.Told(var at, EngineMessage.Shutdown _) -> toldOnce(at);
            case Happening.DaemonKilled _ -> {
                told = false;
                deadline = Long.MAX_VALUE;
            }
            default -> {
            }
        }
    }

    private void toldOnce(Moment at) {
        boolean prompt = !ledger.slow && !ledger.stalled;
        boolean idle = ledger.unfinished().isEmpty() && ledger.machine.runs().isEmpty();
        Duration bound = ledger.plan.rules().shutdownTimeout().plusSeconds(ledger.slow ? 10 : 3);
        if (prompt && (told || idle)) {
            bound = AT_ONCE;
        }
        told = true;
        deadline = Math.min(deadline, at.after(bound));
    }

    @Override
    void quiet(Moment now) {
        if (now.nanos() > deadline) {
            throw violation("the daemon has not ended in time; still there: " + ledger.unfinished());
        }
    }

    /** The daemon says that everything has ended. */
    void finished(Moment now) {
        if (now.nanos() > deadline) {
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
