package io.runwisp.schedule.plan;

import io.runwisp.schedule.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The reference: goes from slot to slot, whatever it costs, and says for each in plain words what must become of it. It
 * takes the mark from which to count as given.
 */
record NaivePlanner(PlanInput input, Instant mark, Instant now) {

    /** One line for each slot in {@code (mark, now]}, and one for each row that tells of a gap. */
    List<String> accounts() {
        List<Slot> missed = new ArrayList<>();
        List<String> accounts = new ArrayList<>();
        for (Slot slot : slots()) {
            if (input.paused()) {
                accounts.add(slot.at() + " dropped");
            } else if (!slot.runs()) {
                accounts.add(slot.at() + " " + slot.fate());
            } else if (input.interruption().makesGap() || isTooLate(slot)) {
                missed.add(slot);
            } else {
                accounts.add(slot.at() + " fired");
            }
        }
        int lost = Math.max(0, missed.size() - input.catchUpRuns());
        for (int i = 0; i < missed.size(); i++) {
            accounts.add(missed.get(i).at() + (i < lost ? " missed" : " again"));
        }
        if (lost > 0) {
            accounts.add("row of " + missed.size() + " at " + missed.getLast().at());
        }
        accounts.sort(null);
        return accounts;
    }

    List<Slot> slots() {
        List<Slot> slots = new ArrayList<>();
        Slot slot = input.schedule().next(mark, input.zone());
        while (slot != null && !slot.at().isAfter(now)) {
            slots.add(slot);
            slot = input.schedule().next(slot.at(), input.zone());
        }
        return slots;
    }

    private boolean isTooLate(Slot slot) {
        return Duration.between(slot.at(), now).compareTo(Duration.ofSeconds(60)) > 0;
    }
}
