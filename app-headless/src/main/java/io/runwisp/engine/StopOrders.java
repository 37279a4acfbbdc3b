package io.runwisp.engine;

import io.runwisp.config.grammar.Durations;
import io.runwisp.engine.definition.RunRules;
import io.runwisp.model.StopCause;
import io.runwisp.model.StopOrder;

/** Words an order to end for its cause. */
final class StopOrders {

    private StopOrders() {
    }

    static RunInput.Stop timeout(RunRules rules, boolean journalWell) {
        return of(StopCause.TIMEOUT, rules, "ended because its time limit of " + Durations.show(rules.timeout())
                + " was over", journalWell);
    }

    static RunInput.Stop logFull(RunRules rules, boolean journalWell) {
        return of(StopCause.LOG_FULL, rules, "ended because its log had reached " + rules.logMaxBytes() + " bytes",
                journalWell);
    }

    static RunInput.Stop diskFull(RunRules rules, boolean journalWell) {
        return of(StopCause.LOG_FULL, rules, "ended because the disk of its log has less than "
                + rules.minFreeBytes() + " bytes left", journalWell);
    }

    static RunInput.Stop of(StopCause cause, RunRules rules, String why, boolean journalWell) {
        return new RunInput.Stop(new StopOrder(cause, rules.grace(), rules.stopSignal()), why, journalWell);
    }

    /** A sentence for a cause that needs no more words. */
    static String why(StopCause cause) {
        return switch (cause) {
            case MANUAL -> "stopped by hand";
            case OVERLAP -> "stopped because a newer run takes its place";
            case RESTART -> "stopped because its service is started afresh";
            case RELOAD -> "stopped because the configuration was changed";
            case SHUTDOWN -> "stopped because the daemon ends";
            case TIMEOUT -> "ended because its time limit was over";
            case LOG_FULL -> "ended because its log was full";
            case UNHEALTHY -> "ended because its health check failed";
            case ORPHANED -> "ended because its daemon had died";
        };
    }

    static RunInput.Kill kill(RunRules rules, String why) {
        return new RunInput.Kill(new StopOrder(StopCause.SHUTDOWN, rules.grace(), rules.stopSignal()), why);
    }
}
