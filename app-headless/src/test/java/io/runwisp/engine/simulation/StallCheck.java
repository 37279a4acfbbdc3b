package io.runwisp.engine.simulation;

import io.runwisp.engine.EngineEffect.LaunchProcess;

/** Nothing starts while nothing can be written, or when everything is to end. */
final class StallCheck extends Check {

    StallCheck(Ledger ledger) {
        super(ledger);
    }

    @Override
    void see(Happening happening) {
        if (happening instanceof Happening.Wanted(var _, LaunchProcess(var launch))
                && (ledger.stalled || ledger.stopping)) {
            throw violation("launched while " + (ledger.stalled ? "the journal is stalled" : "the daemon is to end")
                    + ": " + ledger.row(launch.run()));
        }
    }
}
