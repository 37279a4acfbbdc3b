package io.runwisp.schedule.plan;

import io.runwisp.schedule.Slot;
import io.runwisp.schedule.plan.SlotDecision.CatchUp;
import io.runwisp.schedule.plan.SlotDecision.Missed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Decides about the slots of a gap: which are run again, and what is told of the others. */
record GapDecisions(PlanInput input, Interruption cause, PlanTexts texts, Instant now) {

    /** Adds what becomes of the slots in {@code (mark, end]}; answers the new mark. */
    Instant decide(Instant mark, Instant end, List<SlotDecision> decisions) {
        int limit = Math.max(input.catchUpRuns(), SlotStretch.COUNTED - 1) + 1;
        SlotStretch gap = SlotStretch.count(input.schedule(), input.effectiveZone(), mark, end, limit);
        List<SlotDecision> found = new ArrayList<>();
        List<Instant> runs = new ArrayList<>();
        for (Slot slot : gap.slots()) {
            if (slot.runs()) {
                runs.add(slot.at());
            } else {
                found.add(texts.skipped(slot));
            }
        }
        List<Instant> rerun = newest(gap, runs, mark, end);
        boolean untold = runs.size() > rerun.size() || gap.cut();
        if (untold) {
            found.add(missed(gap, runs, rerun.size()));
        }
        rerun.forEach(slot -> found.add(new CatchUp(slot, texts.caughtUp(slot, cause))));
        found.sort(Comparator.comparing(SlotDecision::at));
        decisions.addAll(found);
        return gap.slots().isEmpty() ? mark : gap.last();
    }

    private List<Instant> newest(SlotStretch gap, List<Instant> runs, Instant mark, Instant end) {
        if (gap.cut()) {
            return SlotStretch.newestRuns(input.schedule(), input.effectiveZone(), mark, end, input.catchUpRuns());
        }
        return runs.subList(Math.max(0, runs.size() - input.catchUpRuns()), runs.size());
    }

    private Missed missed(SlotStretch gap, List<Instant> runs, int rerun) {
        Instant first = runs.isEmpty() ? gap.slots().getFirst().at() : runs.getFirst();
        Instant last = gap.cut() ? gap.last() : runs.getLast();
        Instant createdAt = gap.cut() ? now : last;
        String reason = texts.missed(first, last, runs.size(), gap.cut(), rerun, cause);
        return new Missed(first, last, createdAt, runs.size(), gap.cut(), rerun, cause, reason);
    }
}
