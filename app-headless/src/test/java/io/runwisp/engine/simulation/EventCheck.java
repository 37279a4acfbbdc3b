package io.runwisp.engine.simulation;

import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.RunJournalChange.AppendEvent;
import io.runwisp.engine.RunJournalChange.SaveRun;
import io.runwisp.model.Run;
import io.runwisp.model.RunId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Events tell what rows say: none too many, none missing, numbered without a gap. */
final class EventCheck extends Check {

    private final Map<RunId, String> outcomes = new HashMap<>();
    private long lastSequence;

    EventCheck(Ledger ledger) {
        super(ledger);
    }

    @Override
    void see(Happening happening) {
        if (happening instanceof Happening.Durable(var _, var changes, var sequences)) {
            for (long sequence : sequences) {
                if (sequence != lastSequence + 1) {
                    throw violation("event " + sequence + " follows event " + lastSequence);
                }
                lastSequence = sequence;
            }
            List<String> told = changes.stream()
                .filter(AppendEvent.class::isInstance)
                .map(AppendEvent.class::cast)
                .map(AppendEvent::payload)
                .filter(payload -> payload.startsWith("run "))
                .toList();
            told.forEach(this::isTrue);
            for (RunJournalChange change : changes) {
                if (change instanceof SaveRun(var run) && !run.outcome().equals(outcomes.put(run.id(), run.outcome()))
                        && !told.contains("run " + run.id() + " " + run.outcome())) {
                    throw violation("no event tells of " + run + " in " + changes);
                }
            }
        }
    }

    private void isTrue(String payload) {
        String[] words = payload.split(" ", -1);
        Run row = ledger.row(new RunId(words[1]));
        // A batch may tell of a beginning and of the end that followed at once.
        if (row == null || !row.outcome().equals(words[2]) && !words[2].equals("pending")
                && !words[2].equals("running")) {
            throw violation("an event says \"" + payload + "\", the row says " + row);
        }
    }
}
