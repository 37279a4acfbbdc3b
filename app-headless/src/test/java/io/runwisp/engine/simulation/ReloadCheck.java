package io.runwisp.engine.simulation;

import io.runwisp.engine.EngineEffect.Answer;
import io.runwisp.engine.EngineEffect.Reloaded;
import io.runwisp.engine.EngineMessage;
import io.runwisp.engine.Moment;
import io.runwisp.engine.ReloadPlan;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.RunJournalChange.AppendEvent;
import io.runwisp.model.EventKind;
import io.runwisp.model.StopCause;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A reload that brings the same units touches none of them, is answered, and is recorded once; a dry run is not recorded. */
final class ReloadCheck extends Check {

    private static final Duration SLACK = Duration.ofSeconds(30);
    private static final ReloadPlan NOTHING = new ReloadPlan(List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of());

    private final Map<Long, EngineMessage.ReplaceUnits> asked = new HashMap<>();
    private final Map<Long, Long> due = new HashMap<>();
    private int taken;
    private int recorded;

    ReloadCheck(Ledger ledger) {
        super(ledger);
    }

    @Override
    void see(Happening happening) {
        switch (happening) {
            case Happening.Told(var at, EngineMessage.ReplaceUnits request) -> {
                asked.put(request.ticket(), request);
                due.put(request.ticket(), at.nanos() + SLACK.toNanos());
            }
            case Happening.Wanted(var _, Answer(var ticket, var result)) -> {
                EngineMessage.ReplaceUnits request = asked.remove(ticket);
                due.remove(ticket);
                if (request != null && result instanceof Reloaded(var plan)) {
                    answered(request, plan);
                }
            }
            case Happening.Durable(var _, var changes, var _) -> changes.forEach(this::written);
            case Happening.DaemonKilled _ -> {
                asked.clear();
                due.clear();
            }
            default -> {
            }
        }
    }

    private void answered(EngineMessage.ReplaceUnits request, ReloadPlan plan) {
        if (!plan.equals(NOTHING)) {
            throw violation("the units are the same, and still: " + plan);
        }
        if (!request.dryRun()) {
            taken++;
            if (recorded < taken) {
                throw violation("answered before it was on the disk");
            }
        }
    }

    private void written(RunJournalChange change) {
        if (change instanceof AppendEvent event && event.kind().equals(EventKind.CONFIG_RELOADED.word())) {
            recorded++;
        }
        if (change instanceof RunJournalChange.SaveRun(var run) && run.stop() != null
                && run.stop().cause() == StopCause.RELOAD) {
            throw violation("stopped by a reload that changed nothing: " + run);
        }
    }

    @Override
    void quiet(Moment now) {
        due.forEach((ticket, until) -> {
            if (now.nanos() > until && ledger.wellFor(now, SLACK.toNanos())) {
                throw violation("nobody answers the reload " + ticket);
            }
        });
    }
}
