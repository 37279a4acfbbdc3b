package io.runwisp.view.plan;

import io.runwisp.view.words.Now;
import io.runwisp.view.words.Tone;
import io.runwisp.wire.daemon.ReloadResult;
import java.util.List;

/**
 * A reload as it is shown.
 *
 * @param applied whether it was done
 * @param changes whether it changes anything
 * @param headline all of it in a sentence
 * @param lines unit by unit, then what concerns the whole daemon
 */
public record PlanView(boolean applied, boolean changes, String headline, Tone tone, List<Line> lines) {

    public PlanView {
        lines = List.copyOf(lines);
    }

    /**
     * A line of it.
     *
     * @param kind what sort of change it is
     * @param unit the unit or the key that it is about; empty when it is about neither
     */
    public record Line(Kind kind, String unit, String says, Tone tone) {

        /** As one text: {@code ~ api: restarts; run differs}. */
        public String text() {
            return kind.sign() + " " + (unit.isEmpty() ? says : unit + ": " + says);
        }
    }

    /** The view of an answer. */
    public static PlanView of(ReloadResult plan, Now now) {
        List<Line> lines = PlanLines.of(plan, now);
        return new PlanView(plan.applied(), PlanWords.changes(plan), PlanWords.headline(plan), PlanWords.tone(plan),
                lines);
    }
}
